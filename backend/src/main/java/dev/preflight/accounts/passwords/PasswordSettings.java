package dev.preflight.accounts.passwords;

import io.micronaut.context.annotation.ConfigurationProperties;

import jakarta.validation.constraints.Min;

/**
 * How much of the machine passwords may take.
 *
 * @param hashingThreads how many passwords are hashed at once, at least 1; each takes 19 MiB
 * @param hashingQueue how many more may wait, at least 1; beyond that the server says that it is
 *     busy
 */
@ConfigurationProperties("preflight.accounts")
record PasswordSettings(@Min(1) int hashingThreads, @Min(1) int hashingQueue) {}

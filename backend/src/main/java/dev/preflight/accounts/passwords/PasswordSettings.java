package dev.preflight.accounts.passwords;

import io.micronaut.context.annotation.ConfigurationProperties;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

/**
 * How much of the machine passwords may take, and what a hash costs whoever stole it.
 *
 * @param hashingMemoryKib memory that Argon2id fills for a hash, in KiB, from 8 to 1,048,576; in
 *     public at least OWASP's 19,456
 * @param hashingIterations how often it passes over that memory, from 1 to 100; in public at least
 *     OWASP's 2
 * @param hashingThreads how many passwords are hashed at once, at least 1
 * @param hashingQueue how many more may wait, at least 1; beyond that the server says that it is
 *     busy
 */
@ConfigurationProperties("preflight.accounts")
record PasswordSettings(
        @Min(8) @Max(1_048_576) int hashingMemoryKib,
        @Min(1) @Max(100) int hashingIterations,
        @Min(1) int hashingThreads,
        @Min(1) int hashingQueue) {}

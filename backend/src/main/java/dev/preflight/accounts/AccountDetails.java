package dev.preflight.accounts;

import java.time.Instant;

/**
 * An account as its owner manages it.
 *
 * @param emailConfirmed whether its owner has proved to read mail to its address
 */
public record AccountDetails(Account account, boolean emailConfirmed, Instant createdAt) {}

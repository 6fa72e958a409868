package dev.preflight.accounts;

/**
 * Someone who can log in and write.
 *
 * @param email as the person wrote it
 * @param name what readers see
 */
public record Account(AccountId id, String email, String name) {}

package dev.preflight.accounts;

/** Somebody who can read an account's mail has given it a new password. */
public record PasswordReset(AccountId account) {}

package dev.preflight.accounts;

/** An account is gone, and everything that was its own. */
public record AccountDeleted(AccountId account) {}

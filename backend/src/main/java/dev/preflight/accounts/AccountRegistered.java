package dev.preflight.accounts;

/** Somebody has made an account, and nobody knows yet whether its e-mail address is theirs. */
public record AccountRegistered(Account account) {}

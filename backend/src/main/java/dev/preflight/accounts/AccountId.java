package dev.preflight.accounts;

import java.util.UUID;

/** Names an account, in the database and on the wire. */
public record AccountId(UUID value) {}

package dev.preflight.sessions;

import java.util.UUID;

/** Names a session, in the database and in the JWT's {@code sid} claim. */
record SessionId(UUID value) {}

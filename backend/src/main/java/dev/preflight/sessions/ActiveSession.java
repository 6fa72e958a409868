package dev.preflight.sessions;

import dev.preflight.sessions.devices.Device;

import java.time.Instant;
import java.util.UUID;

/**
 * A place where an account is logged in.
 *
 * @param lastUsedAt when it was last refreshed, which a browser in use does every few minutes
 */
public record ActiveSession(UUID id, Device device, Instant firstUsedAt, Instant lastUsedAt) {

    /** Whether it is the one that a request came with. */
    public boolean is(Session session) {
        return session.hasId(id);
    }
}

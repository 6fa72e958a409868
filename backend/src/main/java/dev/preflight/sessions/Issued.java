package dev.preflight.sessions;

import java.util.List;

/**
 * A session, and how its browser is told.
 *
 * @param cookies values of {@code Set-Cookie}: the access token and the refresh token
 */
public record Issued(Session session, List<String> cookies) {

    /** Keeps the tokens out of logs. */
    @Override
    public String toString() {
        return "Issued[" + session.getName() + "]";
    }
}

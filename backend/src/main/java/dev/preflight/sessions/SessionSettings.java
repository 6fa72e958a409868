package dev.preflight.sessions;

import io.micronaut.context.annotation.ConfigurationProperties;

import java.time.Duration;

/**
 * How sessions are signed and how long they last.
 *
 * @param jwtSecret the key, at least 256 bits, {@code PREFLIGHT_JWT_SECRET}; blank: one is
 *     generated and kept
 * @param lifetime from log-in until the person has to log in again
 */
@ConfigurationProperties("preflight.sessions")
record SessionSettings(String jwtSecret, Duration lifetime) {

    /** Keeps the key out of logs. */
    @Override
    public String toString() {
        return "SessionSettings[lifetime=" + lifetime + "]";
    }
}

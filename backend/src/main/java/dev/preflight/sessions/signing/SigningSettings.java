package dev.preflight.sessions.signing;

import io.micronaut.context.annotation.ConfigurationProperties;

/**
 * How access tokens are signed.
 *
 * @param jwtSecret the key, at least 256 bits, {@code PREFLIGHT_JWT_SECRET}; blank: one is
 *     generated and kept
 */
@ConfigurationProperties("preflight.sessions")
record SigningSettings(String jwtSecret) {

    /** Keeps the key out of logs. */
    @Override
    public String toString() {
        return "SigningSettings";
    }
}

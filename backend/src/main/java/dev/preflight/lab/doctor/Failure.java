package dev.preflight.lab.doctor;

import java.util.Locale;

/**
 * Why there was no answer.
 *
 * @param detail what happened and what to check, in a sentence
 */
record Failure(Kind kind, String detail) {

    /** What of the way to an answer was missing. */
    enum Kind {
        UNREACHABLE,
        TIMEOUT,
        TLS,
        DNS,
        NOT_HTTP,
        TOO_LARGE;

        /** Such as {@code not-http}. */
        String id() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}

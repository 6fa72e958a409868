package dev.preflight.web.throttling;

import dev.preflight.web.Problem;

import io.micronaut.http.MutableHttpResponse;

import java.time.Duration;

/**
 * Somebody tried too often.
 *
 * @param retryAfter how long until another attempt is admitted, more than nothing
 */
public record TooManyAttempts(Duration retryAfter) {

    /** The refusal. */
    public MutableHttpResponse<Problem> toResponse() {
        return TooManyRequests.response(
                "too-many-attempts",
                "That was too often",
                "This was tried too often in a short time: wait %s, then try again.",
                retryAfter);
    }
}

package dev.preflight.web.throttling;

import dev.preflight.web.Problem;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;

import java.time.Duration;

/**
 * Somebody tried too often.
 *
 * @param retryAfter how long until another attempt is admitted, more than nothing
 */
public record TooManyAttempts(Duration retryAfter) {

    /**
     * The refusal: 429 with {@code Retry-After} in whole seconds, at least 1 (RFC 9110 §10.2.3).
     */
    public MutableHttpResponse<Problem> toResponse() {
        long seconds = Math.max(1, retryAfter.plusMillis(999).toSeconds());
        return Problem.of(
                        HttpStatus.TOO_MANY_REQUESTS,
                        "too-many-attempts",
                        "That was too often",
                        "This was tried too often in a short time: wait "
                                + (seconds == 1 ? "a second" : seconds + " seconds")
                                + ", then try again.")
                .toResponse()
                .header(HttpHeaders.RETRY_AFTER, Long.toString(seconds));
    }
}

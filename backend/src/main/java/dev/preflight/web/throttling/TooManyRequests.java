package dev.preflight.web.throttling;

import dev.preflight.web.Problem;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;

import java.time.Duration;

/** The refusal that passes by itself: 429 with {@code Retry-After} (RFC 6585 §4). */
public final class TooManyRequests {

    private TooManyRequests() {}

    /**
     * The refusal; {@code Retry-After} is in whole seconds, at least 1 (RFC 9110 §10.2.3).
     *
     * @param detail a {@code %s} in it stands for the time to wait, such as "a second"
     * @param wait how long until another attempt is worthwhile
     */
    public static MutableHttpResponse<Problem> response(
            String type, String title, String detail, Duration wait) {
        long seconds = Math.max(1, wait.plusMillis(999).toSeconds());
        String words = seconds == 1 ? "a second" : seconds + " seconds";
        return Problem.of(HttpStatus.TOO_MANY_REQUESTS, type, title, detail.formatted(words))
                .toResponse()
                .header(HttpHeaders.RETRY_AFTER, Long.toString(seconds));
    }
}

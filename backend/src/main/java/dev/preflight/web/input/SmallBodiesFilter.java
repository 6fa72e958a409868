package dev.preflight.web.input;

import dev.preflight.web.Problem;

import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.server.cors.CorsFilter;

import org.jspecify.annotations.Nullable;

/**
 * Refuses large bodies, before they arrive, where anybody may send some and nobody needs to: a body
 * that stays away half-sent is kept until its sender goes.
 */
@ServerFilter({"/api/authentication/**", "/api/account/**"})
final class SmallBodiesFilter implements Ordered {

    /** Every field at its longest fits, however it is escaped. */
    private static final long MOST_BYTES = 16_000;

    @RequestFilter
    @Nullable HttpResponse<?> check(HttpRequest<?> request) {
        if (request.getHeaders().contains(HttpHeaders.TRANSFER_ENCODING)) {
            return Problem.of(
                            HttpStatus.LENGTH_REQUIRED,
                            "length-required",
                            "The request does not say how long it is",
                            "Here a body must come with its length: send it with Content-Length,"
                                    + " not in chunks.")
                    .toResponse();
        }
        if (request.getContentLength() > MOST_BYTES) {
            return Problem.of(
                            HttpStatus.REQUEST_ENTITY_TOO_LARGE,
                            "too-large",
                            "The request is too large",
                            "Here a request may have a body of at most 16 kB: send less.")
                    .toResponse();
        }
        return null;
    }

    /** After the origin guard, whose refusal comes first, and before anything reads the body. */
    @Override
    public int getOrder() {
        return CorsFilter.CORS_FILTER_ORDER + 20;
    }
}

package dev.preflight.web;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.server.exceptions.ExceptionHandler;

import jakarta.inject.Singleton;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answers that the server is busy, and when to come back. */
@Singleton
final class OverloadedHandler implements ExceptionHandler<Overloaded, HttpResponse<?>> {

    private static final Logger LOG = LoggerFactory.getLogger(OverloadedHandler.class);
    private static final String RETRY_AFTER_SECONDS = "2";

    @Override
    @SuppressWarnings("rawtypes") // so is the method that this overrides
    public HttpResponse<?> handle(HttpRequest request, Overloaded overloaded) {
        LOG.warn(
                "{} {} refused: {}",
                Printable.of(request.getMethodName()),
                Printable.of(request.getPath()),
                overloaded.getMessage());
        return Problem.of(
                        HttpStatus.SERVICE_UNAVAILABLE,
                        "overloaded",
                        "The server is busy",
                        "It has more to do than it can at the moment: try again in a few seconds.")
                .toResponse()
                .header(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS);
    }
}

package dev.preflight.web;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.server.exceptions.ExceptionHandler;

import jakarta.inject.Singleton;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A bug, or a database that is gone: told to the log in full, and to the caller without any detail.
 */
@Singleton
final class Unexpected implements ExceptionHandler<Throwable, HttpResponse<?>> {

    static final Problem PROBLEM =
            Problem.of(
                    HttpStatus.INTERNAL_SERVER_ERROR,
                    "unexpected",
                    "Something went wrong on the server",
                    "This is the server's fault, not yours. Try again; if it happens again, report"
                            + " the request id, which finds the cause in the server's log.");

    private static final Logger LOG = LoggerFactory.getLogger(Unexpected.class);

    @Override
    @SuppressWarnings("rawtypes") // so is the method that this overrides
    public HttpResponse<?> handle(HttpRequest request, Throwable exception) {
        LOG.error(
                "{} {} failed",
                Printable.of(request.getMethodName()),
                Printable.of(request.getPath()),
                exception);
        return PROBLEM.toResponse();
    }
}

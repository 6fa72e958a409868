package dev.preflight.web;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.server.exceptions.ExceptionHandler;

import jakarta.inject.Singleton;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/**
 * A bug, or a database that is gone: told to the log as far as it helps, and to the caller without
 * any detail.
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

    private static final int MOST_FRAMES = 50;

    /** Of which frames are told; suppressed failures count as well. */
    private static final int MOST_CAUSES = 5;

    private static final Logger LOG = LoggerFactory.getLogger(Unexpected.class);

    @Override
    @SuppressWarnings("rawtypes") // so is the method that this overrides
    public HttpResponse<?> handle(HttpRequest request, Throwable exception) {
        LOG.error(
                "{} {} failed",
                Printable.of(request.getMethodName()),
                Printable.of(request.getPath()),
                cut(exception));
        return PROBLEM.toResponse();
    }

    /**
     * Takes off what nobody reads, so that no request has the log filled: an overflowing stack has
     * a thousand frames, and the first few tell what repeats.
     */
    private static Throwable cut(Throwable exception) {
        Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        Deque<Throwable> waiting = new ArrayDeque<>(List.of(exception));
        while (!waiting.isEmpty()) {
            Throwable next = waiting.remove();
            if (!seen.add(next)) {
                continue;
            }
            int frames = seen.size() <= MOST_CAUSES ? MOST_FRAMES : 0;
            if (next.getStackTrace().length > frames) {
                next.setStackTrace(Arrays.copyOf(next.getStackTrace(), frames));
            }
            if (next.getCause() != null) {
                waiting.add(next.getCause());
            }
            waiting.addAll(List.of(next.getSuppressed()));
        }
        return exception;
    }
}

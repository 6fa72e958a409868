package dev.preflight.web;

import io.micronaut.core.convert.exceptions.ConversionErrorException;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.exceptions.ContentLengthExceededException;
import io.micronaut.http.server.exceptions.response.ErrorContext;
import io.micronaut.http.server.exceptions.response.ErrorResponseProcessor;
import io.micronaut.json.JsonSyntaxException;
import io.micronaut.serde.exceptions.SerdeException;
import io.micronaut.web.router.exceptions.UnsatisfiedRouteException;

import jakarta.inject.Singleton;
import jakarta.validation.ConstraintViolationException;

import org.jspecify.annotations.Nullable;

/** Turns every error that the framework reports into a {@link Problem}. */
@Singleton
final class ProblemProcessor implements ErrorResponseProcessor<Problem> {

    @Override
    public MutableHttpResponse<Problem> processResponse(
            ErrorContext context, MutableHttpResponse<?> response) {
        Problem problem = problem(context, response);
        MutableHttpResponse<Problem> answer = problem.toResponse();
        response.getHeaders()
                .forEach((name, values) -> values.forEach(value -> keep(answer, name, value)));
        // What cannot be read as HTTP is answered before any filter could say so.
        if (!answer.getHeaders().contains(HttpHeaders.VARY)) {
            answer.header(HttpHeaders.VARY, HttpHeaders.ORIGIN);
        }
        answer.getHeaders().set(HttpHeaders.CACHE_CONTROL, "no-store");
        answer.getHeaders().set("X-Content-Type-Options", "nosniff");
        return answer;
    }

    private static void keep(MutableHttpResponse<?> answer, String name, String value) {
        if (!name.equalsIgnoreCase("Content-Type") && !name.equalsIgnoreCase("Content-Length")) {
            answer.header(name, value);
        }
    }

    private static Problem problem(ErrorContext context, HttpResponse<?> response) {
        Throwable cause = context.getRootCause().orElse(null);
        if (cause instanceof ConstraintViolationException invalid) {
            return Violations.of(invalid);
        }
        HttpRequest<?> request = context.getRequest();
        return switch (response.code()) {
            case 400 -> badRequest(cause);
            case 401 ->
                    Problem.of(
                            HttpStatus.UNAUTHORIZED,
                            "not-logged-in",
                            "You are not logged in",
                            "Only someone who is logged in can do this: log in and try again.");
            case 403 ->
                    Problem.of(
                            HttpStatus.FORBIDDEN,
                            "forbidden",
                            "This is not allowed",
                            "Nobody is allowed to do this here.");
            case 404 ->
                    Problem.of(
                            HttpStatus.NOT_FOUND,
                            "not-found",
                            "Nothing is here",
                            "There is nothing at "
                                    + request.getPath()
                                    + ": check the address, or it was deleted.");
            case 405 ->
                    Problem.of(
                            HttpStatus.METHOD_NOT_ALLOWED,
                            "method-not-allowed",
                            "This method is not allowed here",
                            request.getMethodName()
                                    + " does not work on "
                                    + request.getPath()
                                    + "; the Allow header names the methods that do.");
            case 406 ->
                    Problem.of(
                            HttpStatus.NOT_ACCEPTABLE,
                            "not-acceptable",
                            "No acceptable form",
                            "The answer does not come in any type that the Accept header names:"
                                    + " ask for application/json.");
            case 413 ->
                    Problem.of(
                            HttpStatus.REQUEST_ENTITY_TOO_LARGE,
                            "too-large",
                            "The request is too large",
                            "A request may have a body of at most 1 MB and headers of at most 8 kB:"
                                    + " send less.");
            case 415 ->
                    Problem.of(
                            HttpStatus.UNSUPPORTED_MEDIA_TYPE,
                            "unsupported-media-type",
                            "The body's type is not supported",
                            "Send the body as JSON, with Content-Type: application/json.");
            default -> other(response.code(), response.reason());
        };
    }

    private static Problem badRequest(@Nullable Throwable cause) {
        if (cause instanceof ConversionErrorException conversion) {
            return badValue(conversion);
        }
        if (cause instanceof UnsatisfiedRouteException unsatisfied) {
            if (unsatisfied.getArgument().getAnnotationMetadata().hasAnnotation(Body.class)) {
                return JsonMistake.of(cause);
            }
            return Problem.invalidInput(
                    unsatisfied.getArgument().getName(), "This is missing: add it.");
        }
        if (cause instanceof JsonSyntaxException || cause instanceof SerdeException) {
            return JsonMistake.of(cause);
        }
        if (cause instanceof ContentLengthExceededException) {
            return other(400, "Bad Request");
        }
        return Problem.of(
                HttpStatus.BAD_REQUEST,
                "bad-request",
                "The request makes no sense to this server",
                "It is not a well-formed request: check its address, headers and body.");
    }

    private static Problem badValue(ConversionErrorException conversion) {
        for (Throwable cause = conversion; cause != null; cause = cause.getCause()) {
            if (cause instanceof JsonSyntaxException || cause instanceof SerdeException) {
                return JsonMistake.of(cause);
            }
        }
        return Problem.invalidInput(
                conversion.getArgument().getName(),
                "This is not a valid value: "
                        + expectation(conversion.getArgument().getType())
                        + ".");
    }

    private static String expectation(Class<?> type) {
        if (type == int.class || type == Integer.class) {
            return "write a whole number";
        }
        return "check how it is written";
    }

    private static Problem other(int code, String reason) {
        HttpStatus status = HttpStatus.valueOf(code);
        if (code >= 500) {
            return Unexpected.PROBLEM;
        }
        return Problem.of(
                status, "http-" + code, reason, "The server refused the request: " + reason + ".");
    }
}

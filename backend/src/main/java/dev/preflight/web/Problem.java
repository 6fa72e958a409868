package dev.preflight.web;

import com.fasterxml.jackson.annotation.JsonInclude;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;

import org.jspecify.annotations.Nullable;

import java.net.URI;
import java.util.List;

/**
 * A refusal in the words of the person who is refused (RFC 9457).
 *
 * @param type a URN that names the kind of problem and never changes, for programs
 * @param title the kind of problem, for people; the same for every problem of a type
 * @param status the HTTP status, 400 to 599
 * @param detail what happened this time, and what to do about it
 * @param requestId finds this request in the server's log
 * @param violations what is wrong with which field; empty unless input was refused
 */
@Serdeable
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@Schema(name = "Problem", description = "Why a request was refused (RFC 9457).")
public record Problem(
        URI type,
        String title,
        int status,
        String detail,
        @Nullable String requestId,
        List<Violation> violations) {

    /** {@code application/problem+json}. */
    public static final String MEDIA_TYPE = MediaType.APPLICATION_JSON_PROBLEM;

    /** What is wrong with one field of the input. */
    @Serdeable
    @Schema(name = "Violation")
    public record Violation(
            @Schema(description = "The field's name as in the request's JSON, such as tags[0].")
                    String field,
            String message) {}

    /** A problem without violations. */
    public static Problem of(HttpStatus status, String type, String title, String detail) {
        return new Problem(urn(type), title, status.getCode(), detail, null, List.of());
    }

    /** Input was understood and is not acceptable: 400 with what is wrong where. */
    public static Problem invalidInput(List<Violation> violations) {
        String detail =
                violations.size() == 1
                        ? "One field is not valid: " + violations.getFirst().field() + "."
                        : violations.size() + " fields are not valid.";
        return new Problem(
                urn("invalid-input"),
                "The input is not valid",
                HttpStatus.BAD_REQUEST.getCode(),
                detail,
                null,
                violations);
    }

    /** The same where one field alone is not acceptable. */
    public static Problem invalidInput(String field, String message) {
        return invalidInput(List.of(new Violation(field, message)));
    }

    /** This problem as a response. */
    public MutableHttpResponse<Problem> toResponse() {
        return HttpResponse.<Problem>status(HttpStatus.valueOf(status))
                .contentType(MEDIA_TYPE)
                .body(this);
    }

    private static URI urn(String type) {
        return URI.create("urn:preflight:problem:" + type);
    }

    /** The same problem, findable in the log. */
    Problem withRequestId(String id) {
        return new Problem(type, title, status, detail, id, violations);
    }
}

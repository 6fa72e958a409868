package dev.preflight.lab.policy;

import dev.preflight.crossorigin.answers.CorsFacts;
import dev.preflight.crossorigin.guard.RequestFacts;
import dev.preflight.lab.fetch.HeaderList;

import io.micronaut.http.HttpMethod;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * A request that nobody sends. What is a list has a value for each line of that header.
 *
 * @param carriesSession whether it carries a cookie of a session, live or not
 */
@Serdeable
@Schema(name = "SimulatedRequest", description = "A request that nobody sends.")
record SimulatedRequest(
        @Schema(requiredMode = Schema.RequiredMode.REQUIRED)
                @NotNull(message = "Give a method, such as GET.")
                @Size(max = 64, message = "A method has at most 64 characters.")
                String method,
        @Schema(description = "The value of each Origin line.") @Size(max = 8, message = FEW)
                @Nullable List<@NotNull(message = NONE) @Size(max = 12_000, message = LONG) String>
                        origins,
        @Schema(description = "The value of each Sec-Fetch-Site line.")
                @Size(max = 8, message = FEW)
                @Nullable List<@NotNull(message = NONE) @Size(max = 12_000, message = LONG) String>
                        fetchSite,
        @Schema(description = "The value of each Content-Type line.") @Size(max = 8, message = FEW)
                @Nullable List<@NotNull(message = NONE) @Size(max = 12_000, message = LONG) String>
                        contentType,
        @Schema(requiredMode = Schema.RequiredMode.REQUIRED) boolean hasBody,
        @Schema(
                        requiredMode = Schema.RequiredMode.REQUIRED,
                        description = "Whether it carries a session's cookie.")
                boolean carriesSession,
        @Schema(description = "The value of Access-Control-Request-Method.")
                @Size(max = 12_000, message = LONG)
                @Nullable String requestedMethod,
        @Schema(description = "The value of Access-Control-Request-Headers.")
                @Size(max = 12_000, message = LONG)
                @Nullable String requestedHeaders) {

    private static final String FEW = "Give at most 8 lines of a header.";
    private static final String NONE = "Leave out lines without a value.";
    private static final String LONG = "A header has at most 12,000 characters here.";

    /** As the policy sees it. */
    CorsFacts corsFacts() {
        return new CorsFacts(
                HttpMethod.parse(method),
                received(origins),
                received(line(requestedMethod)),
                received(line(requestedHeaders)),
                false);
    }

    /** As the origin guard sees it. */
    RequestFacts requestFacts() {
        return new RequestFacts(
                method,
                received(origins),
                received(fetchSite),
                false,
                carriesSession,
                hasBody,
                received(contentType));
    }

    /** Why it could not be sent at all; empty if it could. */
    List<String> undeliverable() {
        HeadCheck check = new HeadCheck();
        check.method(method);
        check.lines("Origin", sent(origins));
        check.lines("Sec-Fetch-Site", sent(fetchSite));
        check.lines("Content-Type", sent(contentType));
        check.lines("Access-Control-Request-Method", line(requestedMethod));
        check.lines("Access-Control-Request-Headers", line(requestedHeaders));
        return check.problems();
    }

    private static List<String> line(@Nullable String value) {
        return value == null ? List.of() : List.of(value);
    }

    private static List<String> sent(@Nullable List<String> lines) {
        return lines == null ? List.of() : lines;
    }

    private static List<String> received(@Nullable List<String> lines) {
        return sent(lines).stream().map(HeaderList::received).toList();
    }
}

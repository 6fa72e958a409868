package dev.preflight.lab;

import com.fasterxml.jackson.annotation.JsonInclude;

import dev.preflight.web.exempt.SeenRequest;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;

/**
 * What a run was asked, and what it answered: the half of an exchange that browsers do not show.
 *
 * @param number counts from 1 for each run
 */
@Serdeable
@JsonInclude(JsonInclude.Include.ALWAYS)
@Schema(name = "Exchange", description = "What a run was asked, and what it answered.")
record Exchange(
        @Schema(description = "Counts from 1 for each run.") long number,
        Instant at,
        @Schema(
                        type = "string",
                        allowableValues = {"preflight", "request"})
                String kind,
        String method,
        @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable String origin,
        @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable String requestedMethod,
        List<String> requestedHeaders,
        @Schema(requiredMode = Schema.RequiredMode.REQUIRED) SecFetch secFetch,
        @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable String contentType,
        @Schema(description = "Of the request, in lower case.") List<String> headerNames,
        @Schema(description = "Of the cookies that runs set; no other is looked at.")
                List<String> cookieNames,
        int status,
        @Schema(description = "As they were sent.") List<SentHeader> headers) {

    /** Itself, its lists and their references. */
    private static final int BYTES_OF_AN_EXCHANGE = 200;

    /** A line that was sent, and its place in the list, where these are not the run's own. */
    private static final int BYTES_OF_A_LINE = 32;

    /** A text without its characters. */
    private static final int BYTES_OF_A_TEXT = 40;

    static Exchange of(
            long number, Instant at, SeenRequest seen, int status, List<SentHeader> sent) {
        return new Exchange(
                number,
                at,
                seen.isPreflight() ? "preflight" : "request",
                seen.method(),
                seen.origin(),
                seen.requestedMethod(),
                seen.requestedHeaders(),
                new SecFetch(seen.fetchSite(), seen.fetchMode(), seen.fetchDest()),
                seen.contentType(),
                seen.headerNames(),
                seen.cookieNames(),
                status,
                sent);
    }

    /** How much memory it takes, more or less. */
    int bytes() {
        int bytes = BYTES_OF_AN_EXCHANGE + method.length();
        for (List<String> texts : List.of(requestedHeaders, headerNames, cookieNames)) {
            for (String text : texts) {
                bytes += bytes(text);
            }
        }
        if (headers.stream().anyMatch(this::isEcho)) {
            bytes += headers.size() * BYTES_OF_A_LINE;
        }
        return bytes
                + bytes(origin)
                + bytes(requestedMethod)
                + bytes(contentType)
                + bytes(secFetch.site())
                + bytes(secFetch.mode())
                + bytes(secFetch.dest());
    }

    /** Only what echoes the Origin is made anew for each exchange. */
    private boolean isEcho(SentHeader line) {
        return line.name().equalsIgnoreCase("Access-Control-Allow-Origin")
                && line.value().equals(origin);
    }

    private static int bytes(@Nullable String text) {
        return text == null ? 0 : BYTES_OF_A_TEXT + text.length();
    }

    /** What the browser says about where a request comes from and what it is for. */
    @Serdeable
    @JsonInclude(JsonInclude.Include.ALWAYS)
    @Schema(name = "SecFetch")
    record SecFetch(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable String site,
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable String mode,
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable String dest) {}

    /** One header line of the answer. */
    @Serdeable
    @JsonInclude(JsonInclude.Include.ALWAYS)
    @Schema(name = "SentHeader")
    record SentHeader(String name, String value) {}
}

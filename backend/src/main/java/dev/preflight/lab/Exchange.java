package dev.preflight.lab;

import com.fasterxml.jackson.annotation.JsonInclude;

import dev.preflight.web.exempt.ExemptAnswer;
import dev.preflight.web.exempt.SeenRequest;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * What a run was asked, and what it answered: the half of an exchange that browsers do not show. A
 * text that ends in three dots was longer, and a list that ends in them too.
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
        @Schema(description = "As they were sent.") List<ExemptAnswer.Line> headers) {

    static Exchange of(long number, Instant at, SeenRequest seen, ExemptAnswer answer) {
        Cut cut = new Cut();
        // First, so that the lines of the answer that echo it hold the same text.
        @Nullable String origin = cut.orNull(seen.origin());
        String method = cut.text(seen.method());
        List<String> cookieNames = cut.texts(seen.cookieNames());
        return new Exchange(
                number,
                at,
                seen.isPreflight() ? "preflight" : "request",
                method,
                origin,
                cut.orNull(seen.requestedMethod()),
                cut.texts(seen.requestedHeaders()),
                new SecFetch(
                        cut.orNull(seen.fetchSite()),
                        cut.orNull(seen.fetchMode()),
                        cut.orNull(seen.fetchDest())),
                cut.orNull(seen.contentType()),
                cut.texts(seen.headerNames()),
                cookieNames,
                answer.status(),
                answer.headers());
    }

    /** Keeps so much of a request that the bounds in {@link LabSettings} bound the memory too. */
    private static final class Cut {

        private static final int LONGEST_TEXT = 1024;

        /** A text without its characters, and its place in a list. */
        private static final int BYTES_OF_A_TEXT = 48;

        private int bytesLeft = 2048;

        @Nullable String orNull(@Nullable String whole) {
            return whole == null ? null : text(whole);
        }

        String text(String whole) {
            int room = Math.clamp(bytesLeft - BYTES_OF_A_TEXT, 0, LONGEST_TEXT);
            int length = Math.min(whole.length(), room);
            bytesLeft = Math.max(0, bytesLeft - BYTES_OF_A_TEXT - length);
            return length == whole.length() ? whole : whole.substring(0, length) + "...";
        }

        List<String> texts(List<String> whole) {
            List<String> kept = new ArrayList<>();
            for (String text : whole) {
                String start = text(text);
                kept.add(start);
                if (bytesLeft == 0 && !start.equals(text)) {
                    break;
                }
            }
            return List.copyOf(kept);
        }
    }

    /** What the browser says about where a request comes from and what it is for. */
    @Serdeable
    @JsonInclude(JsonInclude.Include.ALWAYS)
    @Schema(name = "SecFetch")
    record SecFetch(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable String site,
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable String mode,
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable String dest) {}
}

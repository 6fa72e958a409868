package dev.preflight.lab.description;

import com.fasterxml.jackson.annotation.JsonInclude;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.List;
import java.util.Set;

/**
 * One answer of a run.
 *
 * @param status 200 to 599
 * @param headers each sent as a line of its own, in this order
 * @param cookie that it sets
 * @param redirect where it leads
 * @param delayMillis before it is sent; at once if there is none
 */
@Serdeable
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Reply", description = "One answer of a run; its body is always the same.")
public record Reply(
        @Min(value = 200, message = "Give a status from 200 to 599.")
                @Max(value = 599, message = "Give a status from 200 to 599.")
                int status,
        @Schema(description = "Each is sent as a line of its own.")
                @Size(max = 20, message = "Give at most 20 headers.")
                List<@NotNull(message = "Leave out empty headers.") @Valid ReplyHeader> headers,
        @Schema(description = "A cookie to set, at the path /runs.") @Valid
                @Nullable ReplyCookie cookie,
        @Schema(
                        description =
                                "The run that it leads to; the status is 301, 302, 303, 307 or"
                                        + " 308.")
                @Valid
                @Nullable Redirect redirect,
        @Min(value = 0, message = "A delay is 0 to 5000 milliseconds.")
                @Max(value = 5000, message = "A delay is 0 to 5000 milliseconds.")
                @Nullable Integer delayMillis) {

    private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);

    /** Of a server that has never heard of preflights. */
    public static Reply withoutCors() {
        return new Reply(404, List.of(), null, null, null);
    }

    /** Whether browsers follow its status (Fetch, "redirect status"). */
    public boolean hasRedirectStatus() {
        return REDIRECTS.contains(status);
    }

    /** How long it is held back. */
    public Duration delay() {
        return delayMillis == null ? Duration.ZERO : Duration.ofMillis(delayMillis);
    }

    /** Where a redirect of a run leads. */
    @Serdeable
    @Schema(name = "Redirect")
    public record Redirect(
            @Schema(description = "The id of a run that exists.")
                    @NotNull(message = "Name the run that it leads to.")
                    String run) {}
}

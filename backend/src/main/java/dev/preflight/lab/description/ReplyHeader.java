package dev.preflight.lab.description;

import com.fasterxml.jackson.annotation.JsonInclude;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/**
 * A header line of a run's answer: one of those that browsers decide by, and one to be read or not.
 */
@Serdeable
@JsonInclude(JsonInclude.Include.ALWAYS)
@Schema(name = "ReplyHeader")
public record ReplyHeader(
        @Schema(description = NAMES)
                @NotNull(message = NAMES)
                @Pattern(regexp = NAME, flags = Pattern.Flag.CASE_INSENSITIVE, message = NAMES)
                String name,
        @Schema(
                        description =
                                "Printable ASCII; {origin} in Access-Control-Allow-Origin is the"
                                        + " request's own Origin.")
                @NotNull(message = "Give the header a value; it may be empty.")
                @Size(max = 1024, message = "Write at most 1,024 characters.")
                @Pattern(regexp = "([!-~]([ -~]*[!-~])?)?", message = VALUES)
                String value) {

    private static final String NAME =
            "Access-Control-(Allow-(Origin|Credentials|Methods|Headers|Private-Network)"
                    + "|Expose-Headers|Max-Age)|Vary|Timing-Allow-Origin|X-Lab-Example";

    private static final String NAMES =
            "A run sends Access-Control-Allow-Origin, -Allow-Credentials, -Allow-Methods,"
                    + " -Allow-Headers, -Allow-Private-Network, -Expose-Headers, -Max-Age, Vary,"
                    + " Timing-Allow-Origin and X-Lab-Example.";

    private static final String VALUES =
            "Write printable ASCII characters alone, without spaces before and after: they belong"
                    + " to no value (RFC 9110 §5.5).";
}

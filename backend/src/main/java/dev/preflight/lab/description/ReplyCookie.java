package dev.preflight.lab.description;

import com.fasterxml.jackson.annotation.JsonInclude;

import dev.preflight.web.exempt.SeenRequest;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * A cookie that a run sets: with a name that none of the app's has, and for runs alone. There are
 * so few names that a page cannot have a browser throw out the app's cookies to make room for those
 * of runs: browsers keep some 150 of a site. Browsers may refuse the combination of its attributes;
 * that is what it is for.
 */
@Serdeable
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "ReplyCookie")
public record ReplyCookie(
        @NotNull(message = NAMES)
                @Pattern(
                        regexp = SeenRequest.COOKIE_PREFIX + "([1-5]?[0-9]|6[0-3])",
                        message = NAMES)
                String name,
        @NotNull(message = VALUES)
                @Pattern(regexp = "[!#-+\\--:<-\\[\\]-~]{0,256}", message = VALUES)
                String value,
        @Schema(
                        type = "string",
                        allowableValues = {"Strict", "Lax", "None"})
                @NotNull(message = SAME_SITES)
                @Pattern(regexp = "Strict|Lax|None", message = SAME_SITES)
                String sameSite,
        boolean secure,
        boolean partitioned,
        @Schema(description = "Set in answer to this method alone; to every one if missing.")
                @Pattern(regexp = "[A-Z]{1,16}", message = "Write a method in upper case.")
                @Nullable String method) {

    private static final String NAMES = "Write a name of lab- and a number from 0 to 63.";

    private static final int MAX_AGE_SECONDS = 60;

    private static final String VALUES =
            "Write at most 256 printable ASCII characters, without spaces, quotes, commas,"
                    + " semicolons and backslashes (RFC 6265).";

    private static final String SAME_SITES = "Write Strict, Lax or None.";

    /** Whether the answer to a request of this method sets it, as a login does and a GET not. */
    public boolean isSetBy(String requestMethod) {
        return method == null || method.equals(requestMethod);
    }

    /** The {@code Set-Cookie} value; the cookie lasts as long as one run's calls may take. */
    public String serialized() {
        return name
                + "="
                + value
                + "; Path=/runs; Max-Age="
                + MAX_AGE_SECONDS
                + "; SameSite="
                + sameSite
                + (secure ? "; Secure" : "")
                + (partitioned ? "; Partitioned" : "");
    }
}

package dev.preflight.crossorigin.policy;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;

import java.util.List;
import java.util.Optional;

/** What decides from where browsers send the session's cookies (RFC 6265bis). */
@Serdeable
@Schema(
        name = "CookieAttributes",
        description = "What decides from where browsers send the session's cookies.")
public record CookieAttributes(
        @Schema(
                        type = "string",
                        allowableValues = {"Lax", "Strict", "None"})
                String sameSite,
        boolean secure,
        boolean partitioned) {

    private static final List<String> SAME_SITE = List.of("Lax", "Strict", "None");

    /** {@code None} is accepted only with {@code Secure}, and lasts only with Partitioned. */
    public static CookieAttributes of(String sameSite, boolean https) {
        String known = known(sameSite).orElse("Lax");
        boolean none = known.equals("None");
        return new CookieAttributes(known, https || none, none);
    }

    /** The attribute in the standard's letter case; empty for one that does not exist. */
    static Optional<String> known(String sameSite) {
        return SAME_SITE.stream().filter(sameSite::equalsIgnoreCase).findFirst();
    }

    /** As in {@code Set-Cookie}. */
    public String written() {
        return "HttpOnly; SameSite="
                + sameSite
                + (secure ? "; Secure" : "")
                + (partitioned ? "; Partitioned" : "");
    }
}

package dev.preflight.crossorigin.policy;

import java.util.List;
import java.util.Optional;

/**
 * The attributes of the session's cookies that decide from where browsers send them (RFC 6265bis).
 *
 * @param sameSite {@code Lax}, {@code Strict} or {@code None}
 */
public record CookieAttributes(String sameSite, boolean secure, boolean partitioned) {

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

    /** Whether pages of other sites can make requests that carry the cookies. */
    boolean areSentAcrossSites() {
        return partitioned;
    }

    /** As in {@code Set-Cookie}. */
    public String written() {
        return "HttpOnly; SameSite="
                + sameSite
                + (secure ? "; Secure" : "")
                + (partitioned ? "; Partitioned" : "");
    }
}

package dev.preflight.crossorigin.policy;

import java.util.Locale;

/** What the check looks at; the ids are for tests and the Lab. */
public enum PolicyRule {
    ORIGIN_WILDCARD,
    ORIGIN_NULL,
    ORIGIN_PATTERN,
    /** Text of which no browser makes an origin that can call. */
    ORIGIN_INVALID,
    /** An origin that is not written as browsers send it. */
    ORIGIN_FORM,
    ORIGIN_TWICE,
    ORIGIN_INSECURE,
    ORIGIN_LOOPBACK_IN_PUBLIC,
    /** An entry that lets every origin in. */
    EVERY_ORIGIN,
    UNKNOWN_KEY,
    LIST_MISSING,
    NAME_WILDCARD,
    METHOD_UNKNOWN,
    HEADER_UNSENDABLE,
    EXPOSED_UNREADABLE,
    /** What the client of this repository cannot work without. */
    NAME_NEEDED,
    MAX_AGE,
    CORS_OFF,
    CREDENTIALS_OFF,
    PUBLIC_URL,
    PUBLIC_URL_INSECURE,
    DEVELOPMENT_IN_PUBLIC,
    LISTENS_BEYOND_HOME,
    COOKIE_SAME_SITE,
    /** The cookie would never be sent from a client's pages. */
    COOKIE_NEVER_SENT,
    COOKIE_REFUSED_BY_SAFARI,
    COOKIE_THIRD_PARTY,
    TRUSTED_PROXIES;

    /** Such as {@code origin-wildcard}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** What stands between a key and the value that is wrong. */
    String verb() {
        if (this == NAME_NEEDED) {
            return "lacks";
        }
        return name().matches("(ORIGIN|NAME|METHOD|HEADER|EXPOSED)_.*") ? "has" : "is";
    }
}

package dev.preflight.crossorigin.policy;

import java.util.Locale;

/** What the check looks at; the ids never change, for tests and the Lab. */
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
    METHOD_MISSING,
    METHOD_WILDCARD,
    METHOD_INVALID,
    METHOD_FORBIDDEN,
    METHOD_CASE,
    METHOD_NEEDED,
    HEADER_MISSING,
    HEADER_WILDCARD,
    HEADER_INVALID,
    HEADER_FORBIDDEN,
    HEADER_OF_RESPONSES,
    HEADER_NEEDED,
    EXPOSED_WILDCARD,
    EXPOSED_INVALID,
    EXPOSED_FORBIDDEN,
    EXPOSED_NOT_OF_RESPONSES,
    EXPOSED_NEEDED,
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

    /** Such as {@code origin-default-port}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** What stands between a key and the value that is wrong. */
    String verb() {
        if (name().endsWith("_MISSING")) {
            return "is missing";
        }
        if (name().endsWith("_NEEDED")) {
            return "lacks";
        }
        boolean inAList = name().matches("(ORIGIN|METHOD|HEADER|EXPOSED)_.*");
        return inAList ? "has" : "is";
    }
}

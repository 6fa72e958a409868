package dev.preflight.lab.fetch;

import java.util.Locale;

/** What each step of a decision goes by. The ids are stable, and those of the Lab's page. */
public enum Rule {
    URL_USABLE("Request constructor", "dom-request"),
    METHOD_VALID("Request constructor", "dom-request"),
    METHOD_NOT_FORBIDDEN("Forbidden method", "forbidden-method"),
    METHOD_NORMALIZED("Normalize a method", "concept-method-normalize"),
    HEADER_VALID("Header", "concept-header"),
    HEADER_DROPPED("Forbidden request-header", "forbidden-request-header"),
    BODY_ALLOWED("Request constructor", "dom-request"),
    REQUEST_TARGET("Main fetch", "main-fetch"),

    SAFELISTED_METHOD("CORS-safelisted method", "cors-safelisted-method"),
    SAFELISTED_HEADER_NAME("CORS-safelisted request-header", "cors-safelisted-request-header"),
    SAFELISTED_VALUE_LENGTH("CORS-safelisted request-header", "cors-safelisted-request-header"),
    SAFELISTED_VALUE_BYTES("CORS-safelisted request-header", "cors-safelisted-request-header"),
    SAFELISTED_CONTENT_TYPE("CORS-safelisted request-header", "cors-safelisted-request-header"),
    SAFELISTED_RANGE("CORS-safelisted request-header", "cors-safelisted-request-header"),
    SAFELISTED_TOTAL_LENGTH("CORS-unsafe request-header names", "cors-unsafe-request-header-names"),
    BODY_KNOWN_LENGTH("Main fetch", "main-fetch"),

    ALLOW_ORIGIN_PRESENT("CORS check", "concept-cors-check"),
    ALLOW_ORIGIN_NOT_WILDCARD("CORS check", "concept-cors-check"),
    ALLOW_ORIGIN_MATCHES("CORS check", "concept-cors-check"),
    ALLOW_CREDENTIALS_TRUE("CORS check", "concept-cors-check"),

    PREFLIGHT_NOT_REDIRECTED("CORS-preflight fetch", "cors-preflight-fetch-0"),
    PREFLIGHT_OK_STATUS("CORS-preflight fetch", "cors-preflight-fetch-0"),
    ALLOW_METHODS_VALID("CORS-preflight fetch", "cors-preflight-fetch-0"),
    ALLOW_HEADERS_VALID("CORS-preflight fetch", "cors-preflight-fetch-0"),
    METHOD_ALLOWED("CORS-preflight fetch", "cors-preflight-fetch-0"),
    NON_WILDCARD_HEADER_ALLOWED("CORS-preflight fetch", "cors-preflight-fetch-0"),
    HEADER_ALLOWED("CORS-preflight fetch", "cors-preflight-fetch-0"),
    PREFLIGHT_MAX_AGE("CORS-preflight fetch", "cors-preflight-fetch-0"),

    EXPOSE_HEADERS_INVALID("CORS-exposed header-name list", "cors-exposed-header-name-list"),
    EXPOSE_WILDCARD_LITERAL("CORS-exposed header-name list", "cors-exposed-header-name-list"),
    HEADER_HIDDEN("CORS-exposed header-name list", "cors-exposed-header-name-list");

    private final String section;
    private final String anchor;

    Rule(String section, String anchor) {
        this.section = section;
        this.anchor = anchor;
    }

    /** Such as {@code allow-origin-present}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The title of the standard's section in which it is written. */
    public String section() {
        return section;
    }

    /** Where that section is; living standards renumber their sections and keep their anchors. */
    public String url() {
        return "https://fetch.spec.whatwg.org/#" + anchor;
    }
}

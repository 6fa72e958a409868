package dev.preflight.crossorigin.guard;

import java.util.Locale;

/** What can decide about a request; the ids never change, for logs and clients. */
public enum GuardRule {
    /** GET, HEAD and OPTIONS change nothing here. */
    SAFE_METHOD,
    /** The Origin is this server's own. */
    OWN_ORIGIN,
    /** The Origin is one of the clients'. */
    CLIENT_ORIGIN,
    /** No Origin, and the browser says that a page of this origin sends it. */
    SAME_ORIGIN_FETCH,
    /** No Origin, and the browser says that a person sends it, such as from the address bar. */
    PERSON,
    /** Neither header, so no browser of today, and no session that could be abused. */
    NO_SESSION,

    SEVERAL_ORIGINS,
    FOREIGN_ORIGIN,
    /** The Origin and Sec-Fetch-Site contradict each other. */
    CONTRADICTION,
    SEVERAL_FETCH_SITES,
    FOREIGN_FETCH_SITE,
    /** A session, and nothing that says where the request comes from. */
    UNKNOWN_SOURCE,
    /** A body that is not JSON, so that a form or a script could have sent it without preflight. */
    NOT_JSON;

    /** Such as {@code foreign-origin}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}

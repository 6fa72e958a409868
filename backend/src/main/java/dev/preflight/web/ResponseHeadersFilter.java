package dev.preflight.web;

import dev.preflight.web.exempt.Exemption;

import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpHeaders;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.server.annotation.PreMatching;

/**
 * Tells browsers and caches, on every response that does not say otherwise, to be careful with it.
 */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
final class ResponseHeadersFilter implements Ordered {

    /** Answers of the API are data: nothing in them may run, load or be framed. */
    private static final String NOTHING = "default-src 'none'; frame-ancestors 'none'";

    /** A year, for this host alone; others below it may not speak https. */
    private static final String HTTPS_ONLY = "max-age=31536000";

    private static final String NO_DEVICES =
            "camera=(), microphone=(), geolocation=(), payment=(), usb=()";

    private final Reach reach;

    ResponseHeadersFilter(Reach reach) {
        this.reach = reach;
    }

    /** The same for what is answered before a route is looked for, such as a preflight. */
    @PreMatching
    @ResponseFilter
    void earlyProtect(HttpRequest<?> request, MutableHttpResponse<?> response) {
        protect(request, response);
    }

    @ResponseFilter
    void protect(HttpRequest<?> request, MutableHttpResponse<?> response) {
        if (Exemption.covers(response)) {
            return;
        }
        MutableHttpHeaders headers = response.getHeaders();
        headers.set("X-Content-Type-Options", "nosniff");
        headers.set("X-Frame-Options", "DENY");
        // For what pages take without CORS, such as an image or a script: ours alone. What they
        // read with CORS is not subject to it (Fetch, "cross-origin resource policy check").
        headers.set("Cross-Origin-Resource-Policy", "same-origin");
        // A public server is https; at home it would bind every port of localhost to https.
        if (!reach.isHome()) {
            headers.set("Strict-Transport-Security", HTTPS_ONLY);
        }
        if (!headers.contains(HttpHeaders.CACHE_CONTROL)) {
            headers.set(HttpHeaders.CACHE_CONTROL, "no-store");
        }
        // The client's page alone brings a policy of its own, also where it is not sent again: 304.
        if (headers.contains("Content-Security-Policy")) {
            headers.set("Referrer-Policy", "strict-origin-when-cross-origin");
            if (!headers.contains("Cross-Origin-Opener-Policy")) {
                headers.set("Cross-Origin-Opener-Policy", "same-origin");
            }
            headers.set("Permissions-Policy", NO_DEVICES);
        } else {
            headers.set("Content-Security-Policy", NOTHING);
            headers.set("Referrer-Policy", "no-referrer");
        }
    }

    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE + 10;
    }
}

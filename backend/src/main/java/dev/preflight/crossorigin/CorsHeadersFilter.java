package dev.preflight.crossorigin;

import dev.preflight.web.exempt.Exemption;

import io.micronaut.context.annotation.Replaces;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpHeaders;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.server.annotation.PreMatching;
import io.micronaut.http.server.cors.CorsFilter;
import io.micronaut.http.server.cors.CorsOriginConfiguration;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * Says on every response, errors included, which origin may read it (Fetch, "CORS check"), and that
 * this depends on the {@code Origin}: a cache that stored one without it would serve one origin's
 * headers to another (Fetch, "CORS protocol and HTTP caches").
 *
 * <p>In the place of Micronaut's own filter, which goes by the first of several Origin lines, and
 * answers a bare 403 where a method is not in the policy's list, OPTIONS among them, and where a
 * proxy rewrites Host to localhost.
 */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
@Replaces(CorsFilter.class)
final class CorsHeadersFilter implements Ordered {

    private final ClientPolicy policy;

    CorsHeadersFilter(ClientPolicy policy) {
        this.policy = policy;
    }

    /** The same for what is answered before a route is looked for, such as a preflight. */
    @PreMatching
    @ResponseFilter
    void earlyAnswer(HttpRequest<?> request, MutableHttpResponse<?> response) {
        answer(request, response);
    }

    @ResponseFilter
    void answer(HttpRequest<?> request, MutableHttpResponse<?> response) {
        if (Exemption.covers(response)) {
            return;
        }
        MutableHttpHeaders headers = response.getHeaders();
        boolean preflight = PreflightFilter.isPreflight(request);
        headers.set(HttpHeaders.VARY, vary(headers.getAll(HttpHeaders.VARY), preflight));
        List<String> origins = request.getHeaders().getAll(HttpHeaders.ORIGIN);
        if (!preflight && origins.size() == 1) {
            policy.allowing(origins.getFirst())
                    .ifPresent(client -> allow(headers, client, origins.getFirst()));
        }
    }

    private static String vary(List<String> lines, boolean preflight) {
        Map<String, String> names = new TreeMap<>();
        names.put("origin", HttpHeaders.ORIGIN);
        if (preflight) {
            names.put("access-control-request-headers", HttpHeaders.ACCESS_CONTROL_REQUEST_HEADERS);
            names.put("access-control-request-method", HttpHeaders.ACCESS_CONTROL_REQUEST_METHOD);
        }
        for (String line : lines) {
            for (String name : line.split(",", -1)) {
                names.putIfAbsent(name.strip().toLowerCase(Locale.ROOT), name.strip());
            }
        }
        return String.join(", ", names.values());
    }

    private static void allow(
            MutableHttpHeaders headers, CorsOriginConfiguration client, String origin) {
        headers.set(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, origin);
        if (client.isAllowCredentials()) {
            headers.set(HttpHeaders.ACCESS_CONTROL_ALLOW_CREDENTIALS, "true");
        }
        if (!client.getExposedHeaders().isEmpty()) {
            headers.set(
                    HttpHeaders.ACCESS_CONTROL_EXPOSE_HEADERS,
                    String.join(", ", client.getExposedHeaders()));
        }
    }

    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE + 20;
    }
}

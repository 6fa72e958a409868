package dev.preflight.crossorigin;

import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpHeaders;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.server.annotation.PreMatching;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * Says on every response that it depends on the {@code Origin}: a cache that stored one without it
 * would serve one origin's headers to another (Fetch, "CORS protocol and HTTP caches").
 */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
final class VaryOriginFilter implements Ordered {

    /** What the answer to a preflight depends on besides. */
    private static final List<String> OF_PREFLIGHTS =
            List.of(
                    HttpHeaders.ACCESS_CONTROL_REQUEST_HEADERS,
                    HttpHeaders.ACCESS_CONTROL_REQUEST_METHOD);

    /** The same for what is answered before a route is looked for, such as a preflight. */
    @PreMatching
    @ResponseFilter
    void earlyVary(HttpRequest<?> request, MutableHttpResponse<?> response) {
        vary(request, response);
    }

    @ResponseFilter
    void vary(HttpRequest<?> request, MutableHttpResponse<?> response) {
        MutableHttpHeaders headers = response.getHeaders();
        Map<String, String> names = new TreeMap<>();
        names.put("origin", HttpHeaders.ORIGIN);
        boolean preflight =
                request.getMethod() == HttpMethod.OPTIONS
                        && request.getHeaders().contains(HttpHeaders.ACCESS_CONTROL_REQUEST_METHOD);
        if (preflight) {
            OF_PREFLIGHTS.forEach(name -> names.put(name.toLowerCase(Locale.ROOT), name));
        }
        for (String value : headers.getAll(HttpHeaders.VARY)) {
            for (String field : value.split(",", -1)) {
                names.putIfAbsent(field.strip().toLowerCase(Locale.ROOT), field.strip());
            }
        }
        headers.set(HttpHeaders.VARY, String.join(", ", names.values()));
    }

    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE + 20;
    }
}

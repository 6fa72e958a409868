package dev.preflight.crossorigin;

import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.server.annotation.PreMatching;
import io.micronaut.http.server.cors.CorsFilter;

/**
 * Lets a preflight pass that asks for a method but for no header, such as that of a plain DELETE. Micronaut's CORS
 * filter refuses it wherever {@code allowed-headers} is set, so it is made to ask for one that is always allowed.
 */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
final class BarePreflightFilter implements Ordered {

    @PreMatching
    @RequestFilter
    HttpRequest<?> complete(HttpRequest<?> request) {
        boolean bare =
                request.getMethod() == HttpMethod.OPTIONS
                        && request.getHeaders()
                                .contains(HttpHeaders.ACCESS_CONTROL_REQUEST_METHOD)
                        && !request.getHeaders()
                                .contains(HttpHeaders.ACCESS_CONTROL_REQUEST_HEADERS);
        return bare
                ? request.mutate()
                        .header(
                                HttpHeaders.ACCESS_CONTROL_REQUEST_HEADERS,
                                HttpHeaders.CONTENT_TYPE)
                : request;
    }

    @Override
    public int getOrder() {
        return CorsFilter.CORS_FILTER_ORDER - 10;
    }
}

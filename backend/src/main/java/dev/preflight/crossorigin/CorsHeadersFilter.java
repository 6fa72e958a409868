package dev.preflight.crossorigin;

import dev.preflight.crossorigin.answers.ClientPolicy;
import dev.preflight.crossorigin.answers.CorsFacts;
import dev.preflight.crossorigin.answers.CorsHeaders;
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

/**
 * Says on every response, errors included, which origin may read it, as {@link CorsHeaders} has it.
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
        CorsHeaders.of(CorsFacts.of(request), headers.getAll(HttpHeaders.VARY), policy)
                .forEach(headers::set);
    }

    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE + 20;
    }
}

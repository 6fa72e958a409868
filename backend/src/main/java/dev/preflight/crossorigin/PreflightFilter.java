package dev.preflight.crossorigin;

import dev.preflight.crossorigin.answers.ClientPolicy;
import dev.preflight.crossorigin.answers.CorsFacts;
import dev.preflight.crossorigin.answers.PreflightVerdict;
import dev.preflight.web.Problem;

import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.server.annotation.PreMatching;
import io.micronaut.http.server.cors.CorsFilter;

import org.jspecify.annotations.Nullable;

/**
 * Answers preflights as {@link PreflightVerdict} decides.
 *
 * <p>Micronaut's own filter also asks whether the path has a route for the method, so that a client
 * would see a blocked preflight where it should read a 404 or 405; and it refuses a preflight that
 * asks for no header. A refusal here names its reason to whoever reads the traffic, and tells
 * browsers nothing.
 */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
final class PreflightFilter implements Ordered {

    private final ClientPolicy policy;

    PreflightFilter(ClientPolicy policy) {
        this.policy = policy;
    }

    @PreMatching
    @RequestFilter
    @Nullable HttpResponse<?> answer(HttpRequest<?> request) {
        return switch (PreflightVerdict.of(CorsFacts.of(request), policy)) {
            case PreflightVerdict.None _ -> null;
            case PreflightVerdict.Passed passed -> {
                MutableHttpResponse<?> response = HttpResponse.noContent();
                passed.headers().forEach(response::header);
                yield response;
            }
            case PreflightVerdict.Refused refused -> problem(refused);
        };
    }

    private static HttpResponse<?> problem(PreflightVerdict.Refused refused) {
        return Problem.of(
                        HttpStatus.FORBIDDEN,
                        "preflight-refused",
                        "The preflight is refused",
                        refused.reason()
                                + " The policy is in application.yml, micronaut.server.cors.")
                .toResponse();
    }

    /** Where Micronaut's own filter would be. */
    @Override
    public int getOrder() {
        return CorsFilter.CORS_FILTER_ORDER;
    }
}

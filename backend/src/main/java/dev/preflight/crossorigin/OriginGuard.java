package dev.preflight.crossorigin;

import dev.preflight.web.Problem;

import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.server.cors.CorsFilter;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.List;
import java.util.Set;

/**
 * Stops forged requests before any handler. CORS keeps a foreign page from reading an answer, but a
 * simple request has run by then; so a request that may change something has to come from an origin
 * that may call, or from our own.
 */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
final class OriginGuard implements Ordered {

    private static final Logger LOG = LoggerFactory.getLogger(OriginGuard.class);

    private static final String SEC_FETCH_SITE = "Sec-Fetch-Site";
    private static final Set<HttpMethod> SAFE =
            Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);
    private static final Set<String> OUR_OWN_SITE_VALUES = Set.of("same-origin", "none");

    private final OwnOrigin own;
    private final ClientPolicy policy;
    private final SessionCookies cookies;

    OriginGuard(OwnOrigin own, ClientPolicy policy, SessionCookies cookies) {
        this.own = own;
        this.policy = policy;
        this.cookies = cookies;
    }

    @RequestFilter
    @Nullable HttpResponse<?> check(HttpRequest<?> request) {
        if (SAFE.contains(request.getMethod())) {
            return null;
        }
        String reason = reasonToRefuse(request);
        if (reason == null) {
            return null;
        }
        LOG.warn("{} {} refused: {}", request.getMethodName(), request.getPath(), reason);
        return Problem.of(
                        HttpStatus.FORBIDDEN,
                        "foreign-origin",
                        "This page may not send such a request",
                        reason)
                .toResponse();
    }

    private @Nullable String reasonToRefuse(HttpRequest<?> request) {
        List<String> origins = request.getHeaders().getAll(HttpHeaders.ORIGIN);
        if (origins.size() > 1) {
            return "It names more than one Origin, and no browser does that.";
        }
        if (origins.size() == 1) {
            return mayCall(origins.getFirst())
                    ? null
                    : "Its Origin is neither this server's own, "
                            + own.serialized()
                            + ", nor one of PREFLIGHT_CLIENT_ORIGINS.";
        }
        String site = request.getHeaders().get(SEC_FETCH_SITE);
        if (site != null) {
            return OUR_OWN_SITE_VALUES.contains(site)
                    ? null
                    : "Its Sec-Fetch-Site says that another origin's page sends it.";
        }
        return !cookies.isCarriedBy(request)
                ? null
                : "It carries a session but does not say where it comes from: add the header"
                        + " Origin: "
                        + own.serialized()
                        + ".";
    }

    private boolean mayCall(String origin) {
        return origin.equals(own.serialized()) || policy.allowing(origin).isPresent();
    }

    /** After CORS, so that an allowed client can read a refusal. */
    @Override
    public int getOrder() {
        return CorsFilter.CORS_FILTER_ORDER + 10;
    }
}

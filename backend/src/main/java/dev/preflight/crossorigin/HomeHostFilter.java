package dev.preflight.crossorigin;

import dev.preflight.web.Problem;
import dev.preflight.web.proxies.Loopback;

import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.server.annotation.PreMatching;

import org.jspecify.annotations.Nullable;

/**
 * At home, answers only to this machine, and to its own names: a foreign page whose name was made
 * to point here (DNS rebinding) would be of the same origin for its browser, and is told apart by
 * its Host alone.
 */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
final class HomeHostFilter implements Ordered {

    private final OwnOrigin origin;

    HomeHostFilter(OwnOrigin origin) {
        this.origin = origin;
    }

    @PreMatching
    @RequestFilter
    @Nullable HttpResponse<?> check(HttpRequest<?> request) {
        if (!origin.isHome()) {
            return null;
        }
        if (!Loopback.isPeer(request)) {
            return Problem.of(
                            HttpStatus.FORBIDDEN,
                            "not-at-home",
                            "This server is for its own machine alone",
                            "It runs at home, as "
                                    + origin.serialized()
                                    + ", and the request comes from elsewhere. To serve others, set"
                                    + " PREFLIGHT_PUBLIC_URL to the address that they use.")
                    .toResponse();
        }
        if (Loopback.isAskedFor(request)) {
            return null;
        }
        return Problem.of(
                        HttpStatus.MISDIRECTED_REQUEST,
                        "misdirected",
                        "This server does not answer to that name",
                        "It runs at home, as "
                                + origin.serialized()
                                + ", and answers to localhost alone. To serve another name, set"
                                + " PREFLIGHT_PUBLIC_URL to it.")
                .toResponse();
    }

    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE + 30;
    }
}

package dev.preflight.crossorigin;

import dev.preflight.crossorigin.guard.Callers;
import dev.preflight.crossorigin.guard.GuardRule;
import dev.preflight.crossorigin.guard.OriginVerdict;
import dev.preflight.crossorigin.guard.RequestFacts;
import dev.preflight.web.Printable;
import dev.preflight.web.Problem;

import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpHeaders;
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

/** Stops forged requests before any handler, as {@link OriginVerdict} decides. */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
final class OriginGuard implements Ordered {

    private static final Logger LOG = LoggerFactory.getLogger(OriginGuard.class);

    private static final String SEC_FETCH_SITE = "Sec-Fetch-Site";

    private final Callers callers;
    private final SessionCookies cookies;

    OriginGuard(OwnOrigin own, ClientPolicy policy, SessionCookies cookies) {
        this.callers = new Callers(own.serialized(), policy.origins());
        this.cookies = cookies;
    }

    @RequestFilter
    @Nullable HttpResponse<?> check(HttpRequest<?> request) {
        return switch (OriginVerdict.of(facts(request), callers)) {
            case OriginVerdict.Allowed _ -> null;
            case OriginVerdict.Refused refused -> {
                log(request, refused);
                yield problem(refused).toResponse();
            }
        };
    }

    private RequestFacts facts(HttpRequest<?> request) {
        HttpHeaders headers = request.getHeaders();
        boolean chunked = headers.contains(HttpHeaders.TRANSFER_ENCODING);
        boolean measured =
                headers.getAll(HttpHeaders.CONTENT_LENGTH).stream()
                        .anyMatch(length -> !length.strip().equals("0"));
        return new RequestFacts(
                request.getMethodName(),
                headers.getAll(HttpHeaders.ORIGIN),
                headers.getAll(SEC_FETCH_SITE),
                headers.getAll(HttpHeaders.UPGRADE).stream().anyMatch(OriginGuard::isWebSocket),
                cookies.isCarriedBy(request),
                chunked || measured,
                headers.getAll(HttpHeaders.CONTENT_TYPE));
    }

    private static boolean isWebSocket(String upgrade) {
        for (String protocol : upgrade.split(",", -1)) {
            if (protocol.strip().equalsIgnoreCase("websocket")) {
                return true;
            }
        }
        return false;
    }

    private static void log(HttpRequest<?> request, OriginVerdict.Refused refused) {
        List<String> origins = request.getHeaders().getAll(HttpHeaders.ORIGIN);
        LOG.warn(
                "{} {} refused by the rule {}: {} Origin: {}",
                Printable.of(request.getMethodName()),
                Printable.of(request.getPath()),
                refused.rule().id(),
                refused.reason(),
                origins.isEmpty() ? "none" : Printable.of(String.join(" and ", origins)));
    }

    private static Problem problem(OriginVerdict.Refused refused) {
        String detail = refused.reason() + " (Rule: " + refused.rule().id() + ".)";
        return refused.rule() == GuardRule.NOT_JSON
                ? Problem.of(
                        HttpStatus.UNSUPPORTED_MEDIA_TYPE,
                        "unsupported-media-type",
                        "The body's type is not supported",
                        detail)
                : Problem.of(
                        HttpStatus.FORBIDDEN,
                        "foreign-origin",
                        "This page may not send such a request",
                        detail);
    }

    /** After preflights are answered, and before security asks who is logged in. */
    @Override
    public int getOrder() {
        return CorsFilter.CORS_FILTER_ORDER + 10;
    }
}

package dev.preflight.web;

import dev.preflight.web.exempt.Exemption;

import io.micronaut.context.propagation.slf4j.MdcPropagationContext;
import io.micronaut.core.order.Ordered;
import io.micronaut.core.propagation.MutablePropagatedContext;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.server.annotation.PreMatching;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Gives every request an id that is in its log lines, in its answer's header, and in its problem.
 */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
final class RequestIdFilter implements Ordered {

    static final String HEADER = "X-Request-Id";

    private static final String MDC_KEY = "requestId";
    private static final String ATTRIBUTE = RequestIdFilter.class.getName();

    /** A caller's own id is kept if it cannot break a log line. */
    private static final Pattern ACCEPTABLE = Pattern.compile("[A-Za-z0-9._-]{1,64}");

    private final SecureRandom random = new SecureRandom();

    @PreMatching
    @RequestFilter
    void identify(HttpRequest<?> request, MutablePropagatedContext context) {
        String id = id(request);
        context.add(new MdcPropagationContext(Map.of(MDC_KEY, id)));
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
        String id = id(request);
        response.getHeaders().set(HEADER, id);
        if (response.body() instanceof Problem problem && problem.requestId() == null) {
            response.body(problem.withRequestId(id));
        }
    }

    private String id(HttpRequest<?> request) {
        String known = request.getAttribute(ATTRIBUTE, String.class).orElse(null);
        if (known != null) {
            return known;
        }
        String id =
                request.getHeaders()
                        .findFirst(HEADER)
                        .filter(given -> ACCEPTABLE.matcher(given).matches())
                        .orElseGet(this::newId);
        request.setAttribute(ATTRIBUTE, id);
        return id;
    }

    private String newId() {
        byte[] bytes = new byte[8];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE;
    }
}

package dev.preflight.crossorigin;

import dev.preflight.web.Problem;

import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.server.annotation.PreMatching;
import io.micronaut.http.server.cors.CorsFilter;
import io.micronaut.http.server.cors.CorsOriginConfiguration;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Answers preflights (Fetch, "CORS-preflight fetch") by the policy in {@code micronaut.server.cors}
 * alone.
 *
 * <p>Micronaut's own filter also asks whether the path has a route for the method, so that a client
 * would see a blocked preflight where it should read a 404 or 405; and it refuses a preflight that
 * asks for no header. A refusal here names its reason to whoever reads the traffic, and tells
 * browsers nothing.
 */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
final class PreflightFilter implements Ordered {

    /** More than any client of ours asks for; a longer list is not worth reading. */
    private static final int LONGEST_LIST = 1024;

    private static final int MOST_NAMES = 32;

    private final ClientPolicy policy;

    PreflightFilter(ClientPolicy policy) {
        this.policy = policy;
    }

    /** Fetch, "CORS-preflight request". */
    static boolean isPreflight(HttpRequest<?> request) {
        HttpHeaders headers = request.getHeaders();
        List<String> methods = headers.getAll(HttpHeaders.ACCESS_CONTROL_REQUEST_METHOD);
        return request.getMethod() == HttpMethod.OPTIONS
                && headers.contains(HttpHeaders.ORIGIN)
                && !methods.isEmpty()
                && !methods.getFirst().isEmpty();
    }

    @PreMatching
    @RequestFilter
    @Nullable HttpResponse<?> answer(HttpRequest<?> request) {
        if (!isPreflight(request) || !policy.isEnabled()) {
            return null;
        }
        HttpHeaders headers = request.getHeaders();
        List<String> origins = headers.getAll(HttpHeaders.ORIGIN);
        Optional<CorsOriginConfiguration> client =
                origins.size() == 1 ? policy.allowing(origins.getFirst()) : Optional.empty();
        if (client.isEmpty()) {
            return refusal("The origin is not one that may call.");
        }
        List<String> allowedMethods =
                client.get().getAllowedMethods().stream().map(HttpMethod::name).toList();
        List<String> methods = headers.getAll(HttpHeaders.ACCESS_CONTROL_REQUEST_METHOD);
        if (methods.size() != 1 || !allowedMethods.contains(methods.getFirst())) {
            return refusal("The method is not one that other origins may use.");
        }
        List<String> allowedHeaders = client.get().getAllowedHeaders();
        if (!areAllowed(
                headers.getAll(HttpHeaders.ACCESS_CONTROL_REQUEST_HEADERS), allowedHeaders)) {
            return refusal("A request header is not one that other origins may send.");
        }
        MutableHttpResponse<?> response =
                HttpResponse.noContent()
                        .header(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, origins.getFirst())
                        .header(
                                HttpHeaders.ACCESS_CONTROL_ALLOW_METHODS,
                                String.join(", ", allowedMethods))
                        .header(
                                HttpHeaders.ACCESS_CONTROL_ALLOW_HEADERS,
                                String.join(", ", allowedHeaders))
                        .header(
                                HttpHeaders.ACCESS_CONTROL_MAX_AGE,
                                Long.toString(Math.max(0, client.get().getMaxAge())));
        if (client.get().isAllowCredentials()) {
            response.header(HttpHeaders.ACCESS_CONTROL_ALLOW_CREDENTIALS, "true");
        }
        if (client.get().isAllowPrivateNetwork()
                && "true".equals(headers.get("Access-Control-Request-Private-Network"))) {
            response.header("Access-Control-Allow-Private-Network", "true");
        }
        return response;
    }

    /** Whether each name is allowed, whatever its letter case. */
    private static boolean areAllowed(List<String> lines, List<String> allowed) {
        List<String> names = new ArrayList<>();
        for (String line : lines) {
            if (line.length() > LONGEST_LIST) {
                return false;
            }
            for (String name : line.split(",", -1)) {
                names.add(name.strip());
            }
        }
        return names.size() <= MOST_NAMES
                && names.stream()
                        .filter(name -> !name.isEmpty())
                        .allMatch(name -> allowed.stream().anyMatch(name::equalsIgnoreCase));
    }

    private static HttpResponse<?> refusal(String reason) {
        return Problem.of(
                        HttpStatus.FORBIDDEN,
                        "preflight-refused",
                        "The preflight is refused",
                        reason + " The policy is in application.yml, micronaut.server.cors.")
                .toResponse();
    }

    /** Where Micronaut's own filter would be. */
    @Override
    public int getOrder() {
        return CorsFilter.CORS_FILTER_ORDER;
    }
}

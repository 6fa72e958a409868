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
    private static final int LONGEST_HEADER_LIST = 1024;

    private static final int MOST_HEADERS = 32;

    /** Private Network Access, off unless configured. */
    private static final String PRIVATE_NETWORK_REQUESTED =
            "Access-Control-Request-Private-Network";

    private static final String PRIVATE_NETWORK_ALLOWED = "Access-Control-Allow-Private-Network";

    private final ClientPolicy policy;

    PreflightFilter(ClientPolicy policy) {
        this.policy = policy;
    }

    /** Fetch, "CORS-preflight request". */
    static boolean isPreflight(HttpRequest<?> request) {
        String method = request.getHeaders().get(HttpHeaders.ACCESS_CONTROL_REQUEST_METHOD);
        return request.getMethod() == HttpMethod.OPTIONS
                && request.getHeaders().contains(HttpHeaders.ORIGIN)
                && method != null
                && !method.isEmpty();
    }

    @PreMatching
    @RequestFilter
    @Nullable HttpResponse<?> answer(HttpRequest<?> request) {
        if (!isPreflight(request) || !policy.isEnabled()) {
            return null;
        }
        List<String> origins = request.getHeaders().getAll(HttpHeaders.ORIGIN);
        List<String> methods =
                request.getHeaders().getAll(HttpHeaders.ACCESS_CONTROL_REQUEST_METHOD);
        Optional<CorsOriginConfiguration> allowing =
                origins.size() == 1 ? policy.allowing(origins.getFirst()) : Optional.empty();
        if (allowing.isEmpty()) {
            return refused("The origin is not one that may call.");
        }
        CorsOriginConfiguration client = allowing.get();
        List<String> allowedMethods =
                client.getAllowedMethods().stream().map(HttpMethod::name).toList();
        if (methods.size() != 1 || !allowedMethods.contains(methods.getFirst())) {
            return refused("The method is not one that other origins may use.");
        }
        List<String> headers =
                request.getHeaders().getAll(HttpHeaders.ACCESS_CONTROL_REQUEST_HEADERS);
        if (!allowsHeaders(client, headers)) {
            return refused("A request header is not one that other origins may send.");
        }
        MutableHttpResponse<?> passed = passed(client, origins.getFirst(), allowedMethods);
        boolean asksForPrivateNetwork =
                "true".equals(request.getHeaders().get(PRIVATE_NETWORK_REQUESTED));
        return client.isAllowPrivateNetwork() && asksForPrivateNetwork
                ? passed.header(PRIVATE_NETWORK_ALLOWED, "true")
                : passed;
    }

    private static boolean allowsHeaders(CorsOriginConfiguration client, List<String> lines) {
        List<String> names = new ArrayList<>();
        for (String line : lines) {
            if (line.length() > LONGEST_HEADER_LIST) {
                return false;
            }
            for (String name : line.split(",", -1)) {
                names.add(name.strip());
            }
        }
        return names.size() <= MOST_HEADERS
                && names.stream()
                        .filter(name -> !name.isEmpty())
                        .allMatch(
                                name ->
                                        client.getAllowedHeaders().stream()
                                                .anyMatch(
                                                        allowed -> allowed.equalsIgnoreCase(name)));
    }

    private static MutableHttpResponse<?> passed(
            CorsOriginConfiguration client, String origin, List<String> methods) {
        MutableHttpResponse<?> response =
                HttpResponse.noContent()
                        .header(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, origin)
                        .header(
                                HttpHeaders.ACCESS_CONTROL_ALLOW_METHODS,
                                String.join(", ", methods))
                        .header(
                                HttpHeaders.ACCESS_CONTROL_ALLOW_HEADERS,
                                String.join(", ", client.getAllowedHeaders()))
                        .header(
                                HttpHeaders.ACCESS_CONTROL_MAX_AGE,
                                Long.toString(Math.max(0, client.getMaxAge())));
        return client.isAllowCredentials()
                ? response.header(HttpHeaders.ACCESS_CONTROL_ALLOW_CREDENTIALS, "true")
                : response;
    }

    private static HttpResponse<?> refused(String reason) {
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

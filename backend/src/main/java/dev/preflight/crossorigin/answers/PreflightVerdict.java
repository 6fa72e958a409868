package dev.preflight.crossorigin.answers;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.server.cors.CorsOriginConfiguration;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a preflight (Fetch, "CORS-preflight fetch") is answered, by the policy in {@code
 * micronaut.server.cors} alone.
 */
public sealed interface PreflightVerdict {

    /** It is no preflight, or there is no policy to answer it by. */
    record None() implements PreflightVerdict {}

    /** The request that it asks about may be sent; the headers say so. */
    record Passed(Map<String, String> headers) implements PreflightVerdict {}

    /** The request that it asks about is not sent; the reason is for whoever reads the traffic. */
    record Refused(String reason) implements PreflightVerdict {}

    /** Decides about a request. */
    static PreflightVerdict of(CorsFacts request, ClientPolicy policy) {
        if (!request.isPreflight() || !policy.isEnabled()) {
            return new None();
        }
        List<String> origins = request.origins();
        Optional<CorsOriginConfiguration> allowing =
                origins.size() == 1 ? policy.allowing(origins.getFirst()) : Optional.empty();
        if (allowing.isEmpty()) {
            return new Refused("The origin is not one that may call.");
        }
        CorsOriginConfiguration client = allowing.get();
        List<String> allowedMethods =
                client.getAllowedMethods().stream().map(HttpMethod::name).toList();
        List<String> methods = request.requestedMethods();
        if (methods.size() != 1 || !allowedMethods.contains(methods.getFirst())) {
            return new Refused("The method is not one that other origins may use.");
        }
        if (!RequestedHeaders.areAllowed(request.requestedHeaders(), client.getAllowedHeaders())) {
            return new Refused("A request header is not one that other origins may send.");
        }
        return new Passed(headers(request, client, allowedMethods));
    }

    private static Map<String, String> headers(
            CorsFacts request, CorsOriginConfiguration client, List<String> methods) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, request.origins().getFirst());
        headers.put(HttpHeaders.ACCESS_CONTROL_ALLOW_METHODS, String.join(", ", methods));
        headers.put(
                HttpHeaders.ACCESS_CONTROL_ALLOW_HEADERS,
                String.join(", ", client.getAllowedHeaders()));
        headers.put(
                HttpHeaders.ACCESS_CONTROL_MAX_AGE, Long.toString(Math.max(0, client.getMaxAge())));
        if (client.isAllowCredentials()) {
            headers.put(HttpHeaders.ACCESS_CONTROL_ALLOW_CREDENTIALS, "true");
        }
        if (client.isAllowPrivateNetwork() && request.asksForPrivateNetwork()) {
            headers.put("Access-Control-Allow-Private-Network", "true");
        }
        return headers;
    }
}

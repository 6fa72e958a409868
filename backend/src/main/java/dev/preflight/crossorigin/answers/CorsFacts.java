package dev.preflight.crossorigin.answers;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;

import java.util.List;

/**
 * What the policy goes by; nothing else of a request matters to it.
 *
 * @param origins the value of each {@code Origin} line
 * @param requestedMethods the value of each {@code Access-Control-Request-Method} line
 * @param requestedHeaders the value of each {@code Access-Control-Request-Headers} line
 * @param asksForPrivateNetwork whether it asks to reach a private network
 */
public record CorsFacts(
        HttpMethod method,
        List<String> origins,
        List<String> requestedMethods,
        List<String> requestedHeaders,
        boolean asksForPrivateNetwork) {

    /** What a request says. */
    public static CorsFacts of(HttpRequest<?> request) {
        HttpHeaders headers = request.getHeaders();
        return new CorsFacts(
                request.getMethod(),
                headers.getAll(HttpHeaders.ORIGIN),
                headers.getAll(HttpHeaders.ACCESS_CONTROL_REQUEST_METHOD),
                headers.getAll(HttpHeaders.ACCESS_CONTROL_REQUEST_HEADERS),
                "true".equals(headers.get("Access-Control-Request-Private-Network")));
    }

    /** Fetch, "CORS-preflight request". */
    public boolean isPreflight() {
        return method == HttpMethod.OPTIONS
                && !origins.isEmpty()
                && !requestedMethods.isEmpty()
                && !requestedMethods.getFirst().isEmpty();
    }
}

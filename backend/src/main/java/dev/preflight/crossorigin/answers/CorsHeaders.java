package dev.preflight.crossorigin.answers;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.server.cors.CorsOriginConfiguration;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * Which origin may read a response, errors included (Fetch, "CORS check"), and that this depends on
 * the {@code Origin}: a cache that stored one without it would serve one origin's headers to
 * another (Fetch, "CORS protocol and HTTP caches").
 */
public final class CorsHeaders {

    /** What the answer to a preflight depends on besides. */
    private static final List<String> PREFLIGHT_DEPENDS_ON =
            List.of(
                    HttpHeaders.ACCESS_CONTROL_REQUEST_HEADERS,
                    HttpHeaders.ACCESS_CONTROL_REQUEST_METHOD);

    private CorsHeaders() {}

    /**
     * The headers to set, whatever is answered.
     *
     * @param varies the {@code Vary} lines that the response has already
     */
    public static Map<String, String> of(
            CorsFacts request, List<String> varies, ClientPolicy policy) {
        boolean preflight = request.isPreflight();
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put(HttpHeaders.VARY, vary(varies, preflight));
        List<String> origins = request.origins();
        if (!preflight && origins.size() == 1) {
            policy.allowing(origins.getFirst())
                    .ifPresent(client -> allow(headers, client, origins.getFirst()));
        }
        return headers;
    }

    private static String vary(List<String> varies, boolean preflight) {
        Map<String, String> names = new TreeMap<>();
        names.put("origin", HttpHeaders.ORIGIN);
        if (preflight) {
            PREFLIGHT_DEPENDS_ON.forEach(name -> names.put(name.toLowerCase(Locale.ROOT), name));
        }
        for (String value : varies) {
            for (String field : value.split(",", -1)) {
                names.putIfAbsent(field.strip().toLowerCase(Locale.ROOT), field.strip());
            }
        }
        return String.join(", ", names.values());
    }

    private static void allow(
            Map<String, String> headers, CorsOriginConfiguration client, String origin) {
        headers.put(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, origin);
        if (client.isAllowCredentials()) {
            headers.put(HttpHeaders.ACCESS_CONTROL_ALLOW_CREDENTIALS, "true");
        }
        if (!client.getExposedHeaders().isEmpty()) {
            headers.put(
                    HttpHeaders.ACCESS_CONTROL_EXPOSE_HEADERS,
                    String.join(", ", client.getExposedHeaders()));
        }
    }
}

package dev.preflight.web.exempt;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * All that is seen of a request to an exempt address. Cookies know neither ports nor paths below
 * {@code /}, so that a browser sends the app's own and its neighbours' along: whatever does not
 * begin with {@value #COOKIE_PREFIX} is dropped here, its name too.
 *
 * @param method as on the wire, case-sensitive
 * @param origin the {@code Origin}; several lines joined as a list
 * @param requestedMethod {@code Access-Control-Request-Method}
 * @param requestedHeaders the items of {@code Access-Control-Request-Headers}
 * @param fetchSite {@code Sec-Fetch-Site}
 * @param fetchMode {@code Sec-Fetch-Mode}
 * @param fetchDest {@code Sec-Fetch-Dest}
 * @param contentType of the body
 * @param headerNames in lower case; {@code cookie} only if a cookie is left
 * @param cookieNames the names of the cookies that are left
 */
public record SeenRequest(
        String method,
        @Nullable String origin,
        @Nullable String requestedMethod,
        List<String> requestedHeaders,
        @Nullable String fetchSite,
        @Nullable String fetchMode,
        @Nullable String fetchDest,
        @Nullable String contentType,
        List<String> headerNames,
        List<String> cookieNames) {

    /** Begins the name of each cookie that a run may set and see; none of the app's begins so. */
    public static final String COOKIE_PREFIX = "lab-";

    /** Of each list, so that what is kept of a request stays small. */
    private static final int MOST = 64;

    static SeenRequest of(HttpRequest<?> request) {
        HttpHeaders headers = request.getHeaders();
        List<String> cookies =
                items(headers, HttpHeaders.COOKIE, ";")
                        .map(cookie -> cookie.split("=", 2)[0].strip())
                        .filter(name -> name.startsWith(COOKIE_PREFIX))
                        .limit(MOST)
                        .toList();
        List<String> names =
                headers.names().stream()
                        .map(name -> name.toLowerCase(Locale.ROOT))
                        .filter(name -> !name.equals("cookie") || !cookies.isEmpty())
                        .distinct()
                        .limit(MOST)
                        .toList();
        return new SeenRequest(
                request.getMethodName(),
                line(headers, HttpHeaders.ORIGIN),
                line(headers, HttpHeaders.ACCESS_CONTROL_REQUEST_METHOD),
                items(headers, HttpHeaders.ACCESS_CONTROL_REQUEST_HEADERS, ",")
                        .limit(MOST)
                        .toList(),
                line(headers, "Sec-Fetch-Site"),
                line(headers, "Sec-Fetch-Mode"),
                line(headers, "Sec-Fetch-Dest"),
                line(headers, HttpHeaders.CONTENT_TYPE),
                names,
                cookies);
    }

    /** Fetch, "CORS-preflight request". */
    public boolean isPreflight() {
        return method.equals("OPTIONS")
                && origin != null
                && requestedMethod != null
                && !requestedMethod.isEmpty();
    }

    private static @Nullable String line(HttpHeaders headers, String name) {
        List<String> lines = headers.getAll(name);
        return lines.isEmpty() ? null : String.join(", ", lines);
    }

    private static Stream<String> items(HttpHeaders headers, String name, String separator) {
        return headers.getAll(name).stream()
                .flatMap(line -> Stream.of(line.split(separator, -1)))
                .map(String::strip)
                .filter(item -> !item.isEmpty());
    }
}

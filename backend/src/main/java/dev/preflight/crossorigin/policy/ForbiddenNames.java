package dev.preflight.crossorigin.policy;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/** What browsers let no page use, whatever a server allows; the Lab's page has the same lists. */
public final class ForbiddenNames {

    static final Set<String> METHODS = Set.of("CONNECT", "TRACE", "TRACK");

    static final Set<String> REQUEST_HEADERS =
            Set.of(
                    "accept-charset",
                    "accept-encoding",
                    "access-control-request-headers",
                    "access-control-request-method",
                    "connection",
                    "content-length",
                    "cookie",
                    "cookie2",
                    "date",
                    "dnt",
                    "expect",
                    "host",
                    "keep-alive",
                    "origin",
                    "referer",
                    "set-cookie",
                    "te",
                    "trailer",
                    "transfer-encoding",
                    "upgrade",
                    "via");

    static final List<String> PREFIXES = List.of("proxy-", "sec-");

    static final Set<String> METHOD_OVERRIDES =
            Set.of("x-http-method", "x-http-method-override", "x-method-override");

    private ForbiddenNames() {}

    /** Fetch, "forbidden method". */
    public static boolean isMethod(String method) {
        return METHODS.contains(method.toUpperCase(Locale.ROOT));
    }

    /**
     * Fetch, "forbidden request-header": the browser alone sets these, and ignores a page that
     * tries.
     */
    public static boolean isRequestHeader(String name, String value) {
        return isRequestHeader(name)
                || (METHOD_OVERRIDES.contains(name.toLowerCase(Locale.ROOT))
                        && Stream.of(value.split(",", -1))
                                .anyMatch(method -> isMethod(method.strip())));
    }

    /** The same of a header whose value is not known: whether each value makes it one. */
    static boolean isRequestHeader(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return REQUEST_HEADERS.contains(lower) || PREFIXES.stream().anyMatch(lower::startsWith);
    }
}

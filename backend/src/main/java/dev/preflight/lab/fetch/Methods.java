package dev.preflight.lab.fetch;

import java.util.Locale;
import java.util.Set;

/** What the standard does with methods. */
public final class Methods {

    private static final Set<String> NORMALIZED =
            Set.of("DELETE", "GET", "HEAD", "OPTIONS", "POST", "PUT");
    private static final Set<String> SAFELISTED = Set.of("GET", "HEAD", "POST");

    private Methods() {}

    /**
     * Fetch, "normalize a method": these six are put into upper case and no other, so that {@code
     * patch} stays lower case and a server that allows {@code PATCH} does not allow it.
     */
    public static String normalize(String method) {
        String upper = method.toUpperCase(Locale.ROOT);
        return NORMALIZED.contains(upper) ? upper : method;
    }

    /** Fetch, "CORS-safelisted method". */
    static boolean isSafelisted(String method) {
        return SAFELISTED.contains(method);
    }

    /** Whether sending it a second time changes nothing at the server (RFC 9110 §9.2.1, "safe"). */
    public static boolean isRepeatable(String method) {
        return method.equals("GET") || method.equals("HEAD");
    }
}

package dev.preflight.lab.fetch;

import dev.preflight.crossorigin.policy.ForbiddenNames;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** What the standard does with header lists. */
public final class HeaderList {

    private static final Pattern TOKEN = Pattern.compile("[!#$%&'*+\\-.^_`|~0-9A-Za-z]+");
    private static final String BLANKS = "\t\n\r ";
    private static final Pattern NO_VALUE = Pattern.compile("[\\x00\\n\\r]|[^\\x00-\\xff]");

    private HeaderList() {}

    /** RFC 9110 §5.6.2, "Tokens": what names and methods are made of. */
    public static boolean isToken(String text) {
        return TOKEN.matcher(text).matches();
    }

    /** Fetch, "header value": bytes, none of them NUL, CR or LF. */
    public static boolean isValue(String value) {
        return !NO_VALUE.matcher(value).find();
    }

    /**
     * Fetch, "forbidden request-header": the browser alone sets these, and ignores a page that
     * tries.
     */
    public static boolean isForbidden(HeaderLine header) {
        return ForbiddenNames.isRequestHeader(header.name(), header.value());
    }

    /**
     * Fetch, "normalize a header value". Not by a pattern: one for the end tries again at each
     * blank of a long row inside.
     */
    static String normalize(String value) {
        int start = 0;
        int end = value.length();
        while (start < end && BLANKS.indexOf(value.charAt(start)) >= 0) {
            start++;
        }
        while (end > start && BLANKS.indexOf(value.charAt(end - 1)) >= 0) {
            end--;
        }
        return value.substring(start, end);
    }

    /**
     * Fetch, "get": the values of all lines of this name, joined by comma and space; empty if there
     * is no such line.
     *
     * @param name in lower case
     */
    static Optional<String> value(List<HeaderLine> headers, String name) {
        return headers.stream()
                .filter(header -> lower(header.name()).equals(name))
                .map(header -> normalize(header.value()))
                .reduce((one, other) -> one + ", " + other);
    }

    /**
     * Fetch, "extract header list values", of a header whose value is a list of tokens; empty
     * elements are tolerated (RFC 9110 §5.6.1.2).
     *
     * @return empty if an element of any line is not a token
     */
    static Optional<List<String>> tokens(String value) {
        List<String> tokens = new ArrayList<>();
        for (String element : value.split(",", -1)) {
            String token = normalize(element);
            if (!token.isEmpty()) {
                tokens.add(token);
            }
        }
        return tokens.stream().allMatch(HeaderList::isToken)
                ? Optional.of(List.copyOf(tokens))
                : Optional.empty();
    }

    static String lower(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}

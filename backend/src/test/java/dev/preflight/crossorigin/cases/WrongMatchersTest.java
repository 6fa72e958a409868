package dev.preflight.crossorigin.cases;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiPredicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Proves that the battery of hostile origins bites: every wrong way to compare origins that it
 * names, written as people write it, is caught; the guard's own way is not.
 */
class WrongMatchersTest {

    private static final Map<String, BiPredicate<String, String>> WRONG = new TreeMap<>();

    static {
        WRONG.put("allowListIncludesSubstring", String::contains);
        WRONG.put("anyLoopback", (trusted, origin) -> isLoopback(host(origin)));
        WRONG.put("cStringNul", (trusted, origin) -> origin.split("\0", -1)[0].equals(trusted));
        WRONG.put("caseInsensitive", String::equalsIgnoreCase);
        WRONG.put("contains", (trusted, origin) -> origin.contains(trusted));
        WRONG.put(
                "endsWithDotRegistrable",
                (trusted, origin) -> origin.endsWith("." + registrable(trusted)));
        WRONG.put("endsWithHost", (trusted, origin) -> origin.endsWith(authority(trusted)));
        WRONG.put(
                "endsWithRegistrable", (trusted, origin) -> origin.endsWith(registrable(trusted)));
        WRONG.put("hostnameOnly", (trusted, origin) -> host(origin).equals(host(trusted)));
        WRONG.put(
                "nfkc",
                (trusted, origin) ->
                        Normalizer.normalize(origin, Normalizer.Form.NFKC).equals(trusted));
        WRONG.put("nullAllowed", (trusted, origin) -> origin.equals("null"));
        WRONG.put("percentDecode", (trusted, origin) -> decoded(origin).equals(trusted));
        WRONG.put(
                "privateNetwork",
                (trusted, origin) ->
                        host(origin).matches("(10|192\\.168|172\\.(1[6-9]|2\\d|3[01]))\\..*"));
        WRONG.put("reflect", (trusted, origin) -> true);
        WRONG.put(
                "regexDollarNewline",
                (trusted, origin) -> find("^" + Pattern.quote(trusted) + "$", origin));
        WRONG.put(
                "regexDotStarSubdomain",
                (trusted, origin) ->
                        origin.matches(
                                "(?s)https?://.*" + Pattern.quote(registrable(trusted)) + ".*"));
        WRONG.put(
                "regexMultiline",
                (trusted, origin) -> find("(?m)^" + Pattern.quote(trusted) + "$", origin));
        WRONG.put(
                "regexNoEndAnchor",
                (trusted, origin) -> find("^" + Pattern.quote(trusted), origin));
        WRONG.put(
                "regexNoStartAnchor",
                (trusted, origin) -> find(Pattern.quote(authority(trusted)) + "\\z", origin));
        WRONG.put("regexUnescapedDot", (trusted, origin) -> origin.matches(trusted));
        WRONG.put(
                "splitListAny",
                (trusted, origin) -> List.of(origin.split("[,; ]+", -1)).contains(trusted));
        WRONG.put("startsWith", (trusted, origin) -> origin.startsWith(trusted));
        WRONG.put(
                "startsWithNoPort",
                (trusted, origin) -> origin.startsWith(trusted.replaceFirst(":\\d+$", "")));
        WRONG.put(
                "trimTrailingSlash",
                (trusted, origin) -> origin.replaceFirst("/+$", "").equals(trusted));
        WRONG.put(
                "trimUnicode",
                (trusted, origin) ->
                        origin.replaceAll(
                                        "^[\\s\\p{Z}\\p{Cf}\\u00a0]+|[\\s\\p{Z}\\p{Cf}\\u00a0]+$",
                                        "")
                                .equals(trusted));
        WRONG.put("urlParseOrigin", WrongMatchersTest::sameParts);
    }

    static Stream<String> wrong() {
        return WRONG.keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("wrong")
    void catches(String name) {
        BiPredicate<String, String> matcher = WRONG.getOrDefault(name, (trusted, origin) -> false);

        assertThat(HostileOrigins.wronglyAllowed(matcher)).isNotEmpty();
    }

    @Test
    void catchesEveryWrongMatcherThatTheBatteryNames() {
        assertThat(HostileOrigins.naiveMatchers())
                .containsExactlyInAnyOrderElementsOf(WRONG.keySet());
    }

    @Test
    void findsNothingWrongWithTheGuardButItsOwnOrigin() {
        assertThat(HostileOrigins.wronglyAllowed(HostileOriginsTest::passes))
                .containsExactly("O128");
    }

    private static boolean find(String regex, String origin) {
        return Pattern.compile(regex).matcher(origin).find();
    }

    private static String authority(String origin) {
        return origin.substring(origin.indexOf("://") + 3);
    }

    private static String registrable(String trusted) {
        return trusted.endsWith("example.com") ? "example.com" : authority(trusted);
    }

    private static boolean isLoopback(String host) {
        return host.equals("localhost")
                || host.endsWith(".localhost")
                || host.startsWith("127.")
                || host.equals("[::1]");
    }

    private static String host(String origin) {
        try {
            String host = new URI(origin).getHost();
            return host == null ? "" : host;
        } catch (URISyntaxException notAUri) {
            return "";
        }
    }

    private static String decoded(String origin) {
        try {
            return URLDecoder.decode(origin, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException malformed) {
            return origin;
        }
    }

    private static boolean sameParts(String trusted, String origin) {
        try {
            URI one = new URI(trusted);
            URI other = new URI(origin.strip());
            return one.getScheme().equalsIgnoreCase(String.valueOf(other.getScheme()))
                    && one.getHost().equalsIgnoreCase(String.valueOf(other.getHost()))
                    && port(one) == port(other);
        } catch (URISyntaxException notAUri) {
            return false;
        }
    }

    private static int port(URI uri) {
        int standard = "https".equalsIgnoreCase(uri.getScheme()) ? 443 : 80;
        return uri.getPort() == -1 ? standard : uri.getPort();
    }
}

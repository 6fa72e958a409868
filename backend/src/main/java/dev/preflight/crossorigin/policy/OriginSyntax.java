package dev.preflight.crossorigin.policy;

import dev.preflight.web.proxies.Loopback;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What is wrong with an origin that was written, and how it is written right. */
final class OriginSyntax {

    private static final Pattern URL =
            Pattern.compile("([A-Za-z][A-Za-z0-9+.-]*)://([^/?#\\\\]*)(.*)", Pattern.DOTALL);
    private static final Pattern AUTHORITY =
            Pattern.compile("(\\[[^\\]]*]|[^:\\[\\]]*)(?::(.*))?", Pattern.DOTALL);
    private static final Pattern BARE_HOST =
            Pattern.compile("[\\p{L}\\p{N}._-]+(:\\d*)?(/.*)?", Pattern.DOTALL);

    /** More than there are kinds, for one that can be mended. */
    private static final int MOST_PROBLEMS = 12;

    /**
     * @param instead the origin that was meant, if that can be told
     */
    record Problem(PolicyRule rule, String why, Optional<String> instead) {}

    private OriginSyntax() {}

    /** The origin as browsers write it, if that can be told; for one that is right, the same. */
    static Optional<Origin> corrected(String text) {
        List<Problem> problems = problems(text);
        Optional<String> right =
                problems.isEmpty() ? Optional.of(text) : problems.getLast().instead();
        return right.flatMap(Origin::of);
    }

    /** Everything that is wrong, each mended before the next is found. */
    static List<Problem> problems(String text) {
        List<Problem> problems = new ArrayList<>();
        Optional<Problem> problem = problem(text);
        while (problem.isPresent() && problems.size() < MOST_PROBLEMS) {
            problems.add(problem.get());
            problem = problem.get().instead().flatMap(OriginSyntax::problem);
        }
        return problems;
    }

    /** The first thing that is wrong; empty for an origin that is written as browsers write it. */
    static Optional<Problem> problem(String text) {
        if (text.isEmpty()) {
            return found(PolicyRule.ORIGIN_EMPTY, "there is a comma too many", null);
        }
        if (!text.strip().equals(text)) {
            return found(
                    PolicyRule.ORIGIN_SPACE,
                    "the space around it counts, and no browser sends it",
                    text.strip());
        }
        if (text.equals("*")) {
            return found(
                    PolicyRule.ORIGIN_WILDCARD,
                    "any page could call, and browsers refuse * together with credentials",
                    null);
        }
        if (text.equalsIgnoreCase("null")) {
            return found(
                    PolicyRule.ORIGIN_NULL,
                    "any page can send Origin: null, from a sandboxed frame for one",
                    null);
        }
        if (text.contains("*")) {
            return found(
                    PolicyRule.ORIGIN_PATTERN,
                    "a pattern lets in pages that nobody thought of, such as a forgotten subdomain"
                            + " that somebody else takes over; origins are exact here",
                    null);
        }
        if (text.contains(",")) {
            return found(
                    PolicyRule.ORIGIN_LIST,
                    "it holds a comma, and an entry of the list is one origin",
                    null);
        }
        Matcher url = URL.matcher(text);
        return url.matches()
                ? problem(url.group(1), url.group(2), url.group(3))
                : withoutScheme(text);
    }

    private static Optional<Problem> withoutScheme(String text) {
        if (BARE_HOST.matcher(text).matches()) {
            return found(
                    PolicyRule.ORIGIN_INVALID,
                    "an origin starts with its scheme",
                    (Loopback.isHostHeader(text.replaceFirst("/.*", "")) ? "http://" : "https://")
                            + text);
        }
        return found(PolicyRule.ORIGIN_INVALID, "that is not an origin of http or https", null);
    }

    private static Optional<Problem> problem(String scheme, String authority, String rest) {
        if (!scheme.equalsIgnoreCase("http") && !scheme.equalsIgnoreCase("https")) {
            return found(
                    PolicyRule.ORIGIN_SCHEME,
                    "only pages of http and https can log in with a cookie here",
                    null);
        }
        int at = authority.lastIndexOf('@');
        if (at >= 0) {
            return found(
                    PolicyRule.ORIGIN_USERINFO,
                    "an origin has no user name and no password",
                    scheme + "://" + authority.substring(at + 1) + rest);
        }
        if (!rest.isEmpty()) {
            return found(
                    PolicyRule.ORIGIN_PATH,
                    rest.equals("/")
                            ? "browsers send an origin without a slash at the end"
                            : "an origin ends after the host and the port",
                    scheme + "://" + authority);
        }
        if (!scheme.equals(scheme.toLowerCase(Locale.ROOT))) {
            return found(
                    PolicyRule.ORIGIN_CASE,
                    "browsers send a scheme in lower case, and origins are compared byte for byte",
                    scheme.toLowerCase(Locale.ROOT) + "://" + authority);
        }
        Matcher parts = AUTHORITY.matcher(authority);
        if (!parts.matches() || parts.group(1).isEmpty()) {
            return found(PolicyRule.ORIGIN_INVALID, "it names no host", null);
        }
        return hostAndPort(scheme, parts.group(1), Optional.ofNullable(parts.group(2)));
    }

    private static Optional<Problem> hostAndPort(
            String scheme, String host, Optional<String> port) {
        String suffix = port.map(number -> ":" + number).orElse("");
        Optional<HostSyntax.Problem> hostProblem = HostSyntax.problem(host);
        if (hostProblem.isPresent()) {
            HostSyntax.Problem problem = hostProblem.get();
            return Optional.of(
                    new Problem(
                            problem.rule(),
                            problem.why(),
                            problem.instead().map(right -> scheme + "://" + right + suffix)));
        }
        return port.flatMap(number -> port(scheme, host, number));
    }

    private static Optional<Problem> port(String scheme, String host, String port) {
        String withoutPort = scheme + "://" + host;
        if (port.isEmpty()) {
            return found(
                    PolicyRule.ORIGIN_PORT, "there is a colon and no port after it", withoutPort);
        }
        if (!port.matches("\\d{1,9}") || Integer.parseInt(port) > 65535 || port.matches("0+")) {
            return found(PolicyRule.ORIGIN_PORT, "a port is a number from 1 to 65535", null);
        }
        int number = Integer.parseInt(port);
        boolean standard = number == Origin.defaultPort(scheme);
        if (port.startsWith("0")) {
            return found(
                    PolicyRule.ORIGIN_PORT,
                    "browsers send a port without zeros before it",
                    standard ? withoutPort : withoutPort + ":" + number);
        }
        return standard
                ? found(
                        PolicyRule.ORIGIN_DEFAULT_PORT,
                        "browsers leave out the port " + port + " of " + scheme,
                        withoutPort)
                : Optional.empty();
    }

    private static Optional<Problem> found(PolicyRule rule, String why, @Nullable String instead) {
        return Optional.of(new Problem(rule, why, Optional.ofNullable(instead)));
    }
}

package dev.preflight.crossorigin.policy;

import dev.preflight.crossorigin.policy.PolicyConfiguration.Clients;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Which methods and headers other origins may use and read, and for how long that is known. */
final class NamesCheck {

    /** RFC 9110 §5.6.2. */
    private static final Pattern TOKEN = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+");

    private static final List<String> METHODS =
            List.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE");
    private static final List<String> HEADERS =
            List.of(
                    "Content-Type",
                    "If-Match",
                    "If-None-Match",
                    "Idempotency-Key",
                    "Last-Event-ID",
                    "X-Request-Id");
    private static final List<String> EXPOSED =
            List.of("Location", "ETag", "Retry-After", "X-Request-Id");

    /** Without these the client of this repository cannot work. */
    private static final List<String> NEEDED_METHODS = List.of("GET", "POST", "PATCH", "DELETE");

    private static final List<String> NEEDED_HEADERS = List.of("Content-Type", "If-Match");
    private static final List<String> NEEDED_EXPOSED = List.of("ETag", "Retry-After");

    /**
     * No page can set it either: Private Network Access adds it to the names that the Fetch
     * standard forbids.
     */
    private static final String PRIVATE_NETWORK = "access-control-request-private-network";

    /** Fetch, "forbidden response-header name". */
    private static final Set<String> FORBIDDEN_EXPOSED = Set.of("set-cookie", "set-cookie2");

    private static final int LONGEST_MAX_AGE = 86_400;

    /** What is wrong with one name of a list. */
    private record Wrong(PolicyRule rule, String why) {}

    private NamesCheck() {}

    static List<Finding> check(boolean home, Clients entry) {
        List<Finding> findings = new ArrayList<>();
        String methods = entry.key("allowed-methods");
        if (entry.methods().isEmpty()) {
            findings.add(missing(PolicyRule.METHOD_MISSING, methods, "method", METHODS));
        } else {
            List<String> names = entry.methods().get();
            names.forEach(name -> add(findings, methods, name, wrongMethod(name), METHODS));
            needed(home, PolicyRule.METHOD_NEEDED, methods, NEEDED_METHODS, names, METHODS)
                    .ifPresent(findings::add);
        }
        String headers = entry.key("allowed-headers");
        if (entry.headers().isEmpty()) {
            findings.add(missing(PolicyRule.HEADER_MISSING, headers, "header", HEADERS));
        } else {
            List<String> names = entry.headers().get();
            names.forEach(name -> add(findings, headers, name, wrongHeader(name), HEADERS));
            needed(home, PolicyRule.HEADER_NEEDED, headers, NEEDED_HEADERS, names, HEADERS)
                    .ifPresent(findings::add);
        }
        String exposed = entry.key("exposed-headers");
        List<String> names = entry.exposedHeaders().orElse(List.of());
        names.forEach(name -> add(findings, exposed, name, wrongExposed(name), EXPOSED));
        needed(home, PolicyRule.EXPOSED_NEEDED, exposed, NEEDED_EXPOSED, names, EXPOSED)
                .ifPresent(findings::add);
        maxAge(entry).ifPresent(findings::add);
        return findings;
    }

    private static Optional<Wrong> wrongMethod(String method) {
        String upper = method.toUpperCase(Locale.ROOT);
        if (method.equals("*")) {
            return literal(PolicyRule.METHOD_WILDCARD, "method");
        }
        if (!TOKEN.matcher(method).matches()) {
            return wrong(
                    PolicyRule.METHOD_INVALID,
                    "no method has such a name, and Micronaut would allow every method instead");
        }
        if (ForbiddenNames.isMethod(method)) {
            return wrong(PolicyRule.METHOD_FORBIDDEN, "browsers let no page use it");
        }
        if (METHODS.contains(method) || method.equals("OPTIONS")) {
            return Optional.empty();
        }
        return wrong(
                PolicyRule.METHOD_CASE,
                METHODS.contains(upper)
                        ? "methods are compared with their case, and that one is " + upper
                        : "this server knows no such method, and Micronaut would allow every method"
                                + " instead");
    }

    private static Optional<Wrong> wrongHeader(String header) {
        String lower = header.toLowerCase(Locale.ROOT);
        if (header.equals("*")) {
            return literal(PolicyRule.HEADER_WILDCARD, "header");
        }
        if (!TOKEN.matcher(header).matches()) {
            return wrong(PolicyRule.HEADER_INVALID, "no header has such a name");
        }
        if (ForbiddenNames.isRequestHeader(header) || lower.equals(PRIVATE_NETWORK)) {
            return wrong(PolicyRule.HEADER_FORBIDDEN, "browsers let no page set it");
        }
        return lower.startsWith("access-control-")
                ? wrong(PolicyRule.HEADER_OF_RESPONSES, "servers send it, and no page does")
                : Optional.empty();
    }

    private static Optional<Wrong> wrongExposed(String header) {
        String lower = header.toLowerCase(Locale.ROOT);
        if (header.equals("*")) {
            return literal(PolicyRule.EXPOSED_WILDCARD, "header");
        }
        if (!TOKEN.matcher(header).matches()) {
            return wrong(PolicyRule.EXPOSED_INVALID, "no header has such a name");
        }
        if (FORBIDDEN_EXPOSED.contains(lower)) {
            return wrong(PolicyRule.EXPOSED_FORBIDDEN, "browsers show it to no page");
        }
        return lower.equals("origin") || lower.startsWith("access-control-")
                ? wrong(PolicyRule.EXPOSED_NOT_OF_RESPONSES, "no answer that a page reads has it")
                : Optional.empty();
    }

    private static Optional<Wrong> wrong(PolicyRule rule, String why) {
        return Optional.of(new Wrong(rule, why));
    }

    private static Optional<Wrong> literal(PolicyRule rule, String kind) {
        return wrong(
                rule, "together with credentials browsers take * for a " + kind + " of that name");
    }

    private static Finding missing(PolicyRule rule, String key, String kind, List<String> right) {
        return Finding.mistake(
                rule, key, "", "without it Micronaut allows every " + kind, line(key, right));
    }

    private static void add(
            List<Finding> findings,
            String key,
            String name,
            Optional<Wrong> wrong,
            List<String> right) {
        wrong.map(found -> Finding.mistake(found.rule(), key, name, found.why(), line(key, right)))
                .ifPresent(findings::add);
    }

    private static Optional<Finding> needed(
            boolean home,
            PolicyRule rule,
            String key,
            List<String> needed,
            List<String> given,
            List<String> right) {
        List<String> missing =
                needed.stream()
                        .filter(name -> given.stream().noneMatch(name::equalsIgnoreCase))
                        .toList();
        return missing.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        Finding.blocks(
                                home,
                                rule,
                                key,
                                String.join(", ", missing),
                                "the client uses it, and browsers will block that",
                                line(key, right)));
    }

    private static Optional<Finding> maxAge(Clients entry) {
        String text = entry.maxAge().orElse("7200");
        boolean number = text.matches("-?\\d+");
        // What has more digits is too long for any browser.
        if (number && text.length() < 10) {
            int seconds = Integer.parseInt(text);
            if (seconds >= -1 && seconds <= LONGEST_MAX_AGE) {
                return Optional.empty();
            }
        }
        String bounds = "remember a preflight for at most 86400 seconds, and -1 turns that off";
        String key = entry.key("max-age");
        return Optional.of(
                Finding.mistake(
                        PolicyRule.MAX_AGE,
                        key,
                        text.isEmpty() ? "empty" : text,
                        number
                                ? "browsers " + bounds
                                : "that is not a whole number, and browsers count in seconds: they "
                                        + bounds,
                        "Write " + key + ": 7200"));
    }

    private static String line(String key, List<String> names) {
        return "Write " + key + ": [" + String.join(", ", names) + "]";
    }
}

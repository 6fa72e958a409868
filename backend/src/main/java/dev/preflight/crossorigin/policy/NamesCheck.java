package dev.preflight.crossorigin.policy;

import dev.preflight.crossorigin.policy.PolicyConfiguration.Clients;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
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

    /** Fetch, "forbidden method". */
    private static final Set<String> FORBIDDEN_METHODS = Set.of("CONNECT", "TRACE", "TRACK");

    /** Fetch, "forbidden request-header". */
    private static final Set<String> FORBIDDEN_HEADERS =
            Set.of(
                    "accept-charset",
                    "accept-encoding",
                    "access-control-request-headers",
                    "access-control-request-method",
                    "access-control-request-private-network",
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

    /** Fetch, "forbidden response-header name". */
    private static final Set<String> FORBIDDEN_EXPOSED = Set.of("set-cookie", "set-cookie2");

    private static final long LONGEST_MAX_AGE = 86_400;

    private NamesCheck() {}

    static List<Finding> check(boolean home, Clients entry) {
        List<Finding> findings = new ArrayList<>();
        methods(home, entry, findings);
        headers(home, entry, findings);
        exposed(home, entry, findings);
        maxAge(entry, findings);
        return findings;
    }

    private static void methods(boolean home, Clients entry, List<Finding> findings) {
        String key = entry.key("allowed-methods");
        String instead = line(key, METHODS);
        if (entry.methods().isEmpty()) {
            findings.add(
                    Finding.mistake(
                            PolicyRule.METHOD_MISSING,
                            key,
                            "",
                            "without it Micronaut allows every method",
                            instead));
            return;
        }
        List<String> methods = entry.methods().get();
        for (String method : methods) {
            String upper = method.toUpperCase(Locale.ROOT);
            if (method.equals("*")) {
                findings.add(
                        Finding.mistake(
                                PolicyRule.METHOD_WILDCARD,
                                key,
                                method,
                                "together with credentials browsers take * for a method of that"
                                        + " name",
                                instead));
            } else if (!TOKEN.matcher(method).matches()) {
                findings.add(
                        Finding.mistake(
                                PolicyRule.METHOD_INVALID,
                                key,
                                method,
                                "no method has such a name, and Micronaut would allow every method"
                                        + " instead",
                                instead));
            } else if (FORBIDDEN_METHODS.contains(upper)) {
                findings.add(
                        Finding.mistake(
                                PolicyRule.METHOD_FORBIDDEN,
                                key,
                                method,
                                "browsers let no page use it",
                                instead));
            } else if (!METHODS.contains(method) && !method.equals("OPTIONS")) {
                findings.add(
                        Finding.mistake(
                                PolicyRule.METHOD_CASE,
                                key,
                                method,
                                METHODS.contains(upper)
                                        ? "methods are compared with their case, and that one is "
                                                + upper
                                        : "this server knows no such method, and Micronaut would"
                                                + " allow every method instead",
                                instead));
            }
        }
        needed(home, PolicyRule.METHOD_NEEDED, key, NEEDED_METHODS, methods, instead, findings);
    }

    private static void headers(boolean home, Clients entry, List<Finding> findings) {
        String key = entry.key("allowed-headers");
        String instead = line(key, HEADERS);
        if (entry.headers().isEmpty()) {
            findings.add(
                    Finding.mistake(
                            PolicyRule.HEADER_MISSING,
                            key,
                            "",
                            "without it Micronaut allows every header",
                            instead));
            return;
        }
        List<String> headers = entry.headers().get();
        for (String header : headers) {
            String lower = header.toLowerCase(Locale.ROOT);
            if (header.equals("*")) {
                findings.add(
                        Finding.mistake(
                                PolicyRule.HEADER_WILDCARD,
                                key,
                                header,
                                "together with credentials browsers take * for a header of that"
                                        + " name",
                                instead));
            } else if (!TOKEN.matcher(header).matches()) {
                findings.add(
                        Finding.mistake(
                                PolicyRule.HEADER_INVALID,
                                key,
                                header,
                                "no header has such a name",
                                instead));
            } else if (FORBIDDEN_HEADERS.contains(lower)
                    || lower.startsWith("proxy-")
                    || lower.startsWith("sec-")) {
                findings.add(
                        Finding.mistake(
                                PolicyRule.HEADER_FORBIDDEN,
                                key,
                                header,
                                "browsers let no page set it",
                                instead));
            } else if (lower.startsWith("access-control-")) {
                findings.add(
                        Finding.mistake(
                                PolicyRule.HEADER_OF_RESPONSES,
                                key,
                                header,
                                "servers send it, and no page does",
                                instead));
            }
        }
        needed(home, PolicyRule.HEADER_NEEDED, key, NEEDED_HEADERS, headers, instead, findings);
    }

    private static void exposed(boolean home, Clients entry, List<Finding> findings) {
        String key = entry.key("exposed-headers");
        String instead = line(key, EXPOSED);
        List<String> exposed = entry.exposedHeaders().orElse(List.of());
        for (String header : exposed) {
            String lower = header.toLowerCase(Locale.ROOT);
            if (header.equals("*")) {
                findings.add(
                        Finding.mistake(
                                PolicyRule.EXPOSED_WILDCARD,
                                key,
                                header,
                                "together with credentials browsers take * for a header of that"
                                        + " name",
                                instead));
            } else if (!TOKEN.matcher(header).matches()) {
                findings.add(
                        Finding.mistake(
                                PolicyRule.EXPOSED_INVALID,
                                key,
                                header,
                                "no header has such a name",
                                instead));
            } else if (FORBIDDEN_EXPOSED.contains(lower)) {
                findings.add(
                        Finding.mistake(
                                PolicyRule.EXPOSED_FORBIDDEN,
                                key,
                                header,
                                "browsers show it to no page",
                                instead));
            } else if (lower.equals("origin") || lower.startsWith("access-control-")) {
                findings.add(
                        Finding.mistake(
                                PolicyRule.EXPOSED_NOT_OF_RESPONSES,
                                key,
                                header,
                                "no answer that a page reads has it",
                                instead));
            }
        }
        needed(home, PolicyRule.EXPOSED_NEEDED, key, NEEDED_EXPOSED, exposed, instead, findings);
    }

    private static void needed(
            boolean home,
            PolicyRule rule,
            String key,
            List<String> needed,
            List<String> given,
            String instead,
            List<Finding> findings) {
        List<String> missing =
                needed.stream()
                        .filter(name -> given.stream().noneMatch(name::equalsIgnoreCase))
                        .toList();
        if (!missing.isEmpty()) {
            findings.add(
                    Finding.blocks(
                            home,
                            rule,
                            key,
                            String.join(", ", missing),
                            "the client uses it, and browsers will block that",
                            instead));
        }
    }

    private static void maxAge(Clients entry, List<Finding> findings) {
        String text = entry.maxAge().orElse("7200");
        boolean number = text.matches("-?\\d{1,18}");
        long seconds = number ? Long.parseLong(text) : 0;
        if (!number || seconds < -1 || seconds > LONGEST_MAX_AGE) {
            String key = entry.key("max-age");
            findings.add(
                    Finding.mistake(
                            PolicyRule.MAX_AGE,
                            key,
                            text,
                            "browsers remember a preflight for at most 86400 seconds, and -1 turns"
                                    + " that off",
                            "Write " + key + ": 7200"));
        }
    }

    private static String line(String key, List<String> names) {
        return "Write " + key + ": [" + String.join(", ", names) + "]";
    }
}

package dev.preflight.crossorigin.policy;

import dev.preflight.crossorigin.policy.PolicyConfiguration.Clients;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Which origins may call: each is exact, as browsers send it, and safe to let in. */
final class OriginsCheck {

    private static final List<String> KEYS =
            List.of(
                    "allowed-origins",
                    "allowed-origins-regex",
                    "allowed-methods",
                    "allowed-headers",
                    "exposed-headers",
                    "allow-credentials",
                    "allow-private-network",
                    "max-age");

    private static final String PATTERN =
            "a pattern lets in pages that nobody thought of, such as a forgotten subdomain that"
                    + " somebody else takes over; origins are exact here";

    private OriginsCheck() {}

    static List<Finding> check(PolicyConfiguration configuration) {
        List<Finding> findings = new ArrayList<>();
        configuration.corsVariables().stream()
                .sorted()
                .map(OriginsCheck::variable)
                .forEach(findings::add);
        for (Clients entry : configuration.clients()) {
            if (entry.origins().isEmpty() && cameFromVariable(configuration, entry)) {
                continue;
            }
            keys(configuration, entry, findings);
            origins(configuration, entry, findings);
        }
        return findings;
    }

    private static Finding variable(String name) {
        return Finding.mistake(
                PolicyRule.EVERY_ORIGIN,
                name,
                "set",
                "Micronaut makes of it entries that name no origins, and such an entry lets every"
                        + " page call with its visitor's session",
                "Remove it, list the origins in PREFLIGHT_CLIENT_ORIGINS, and write the rest below "
                        + PolicyConfiguration.CONFIGURATIONS
                        + ".client in a file that -Dmicronaut.config.files names");
    }

    /** A variable makes an entry of each way to read its underscores. */
    private static boolean cameFromVariable(PolicyConfiguration configuration, Clients entry) {
        String start =
                "MICRONAUT_SERVER_CORS_CONFIGURATIONS_"
                        + entry.name().toUpperCase(Locale.ROOT).replace('-', '_');
        return configuration.corsVariables().stream()
                .anyMatch(name -> name.equals(start) || name.startsWith(start + "_"));
    }

    private static void keys(
            PolicyConfiguration configuration, Clients entry, List<Finding> findings) {
        if (entry.origins().isEmpty()) {
            String key = entry.key("allowed-origins");
            findings.add(
                    Finding.mistake(
                            PolicyRule.EVERY_ORIGIN,
                            key,
                            "missing",
                            "without it Micronaut lets every page call with its visitor's session",
                            "Remove the entry "
                                    + entry.name()
                                    + " and list its origins in PREFLIGHT_CLIENT_ORIGINS, or write "
                                    + key
                                    + ": [https://app.example.com]"));
        }
        if (entry.originsRegex().isPresent()) {
            findings.add(
                    Finding.mistake(
                            PolicyRule.ORIGIN_PATTERN,
                            entry.key("allowed-origins-regex"),
                            entry.originsRegex().get(),
                            PATTERN,
                            "Remove it and list the origins in PREFLIGHT_CLIENT_ORIGINS"));
        }
        for (String key : entry.keys().stream().sorted().toList()) {
            if (!KEYS.contains(key) && configuration.corsVariables().isEmpty()) {
                findings.add(
                        Finding.mistake(
                                PolicyRule.UNKNOWN_KEY,
                                entry.key(key),
                                "no key",
                                "Micronaut drops it, and takes what is missing for everything",
                                "Write one of " + String.join(", ", KEYS)));
            }
        }
    }

    private static void origins(
            PolicyConfiguration configuration, Clients entry, List<Finding> findings) {
        List<String> written = entry.writtenOrigins();
        String key = entry.variable().orElse(entry.key("allowed-origins"));
        String instead = instead(configuration, entry, written);
        for (int i = 0; i < written.size(); i++) {
            String text = written.get(i);
            // A password has no business in a log.
            String shown =
                    text.isEmpty() ? "an empty entry" : text.replaceFirst("//[^/@]*@", "//…@");
            Map<PolicyRule, String> wrong =
                    written.subList(0, i).contains(text)
                            ? Map.of(PolicyRule.ORIGIN_TWICE, "it is there already")
                            : wrong(configuration, entry, text);
            wrong.forEach(
                    (rule, why) -> findings.add(Finding.mistake(rule, key, shown, why, instead)));
        }
    }

    /** What is wrong with an origin, also what shows only when the rest is mended. */
    private static Map<PolicyRule, String> wrong(
            PolicyConfiguration configuration, Clients entry, String text) {
        Map<PolicyRule, String> wrong = new EnumMap<>(PolicyRule.class);
        Optional<Origin> canonical = Origin.canonical(text);
        String bare = text.strip();
        if (bare.equals("*")) {
            wrong.put(
                    PolicyRule.ORIGIN_WILDCARD,
                    "any page could call, and browsers refuse * together with credentials");
        } else if (bare.equalsIgnoreCase("null")) {
            wrong.put(
                    PolicyRule.ORIGIN_NULL,
                    "any page can send Origin: null, from a sandboxed frame for one");
        } else if (text.contains("*")) {
            wrong.put(PolicyRule.ORIGIN_PATTERN, PATTERN);
        } else if (text.contains(",") || canonical.isEmpty()) {
            wrong.put(
                    PolicyRule.ORIGIN_INVALID,
                    "an origin is http or https, one host, and a port from 1 to 65535 if it is not"
                            + " the usual one");
        } else if (!text.equals(canonical.get().serialized())) {
            wrong.put(
                    PolicyRule.ORIGIN_FORM,
                    "browsers send "
                            + canonical.get().serialized()
                            + ", and origins are compared byte for byte");
        }
        if (canonical.isPresent() && isForeignLoopback(configuration, canonical.get())) {
            wrong.put(
                    PolicyRule.ORIGIN_LOOPBACK_IN_PUBLIC,
                    "whatever runs on a visitor's own machine could call with the visitor's"
                            + " session");
        } else if (canonical.isPresent() && isInsecure(configuration, entry, canonical.get())) {
            wrong.put(
                    PolicyRule.ORIGIN_INSECURE,
                    "whoever is on the way can change a page of plain http, and then call with its"
                            + " visitor's session");
        }
        return wrong;
    }

    private static boolean isForeignLoopback(PolicyConfiguration configuration, Origin origin) {
        return origin.isLoopback() && !configuration.isHome();
    }

    private static boolean isInsecure(
            PolicyConfiguration configuration, Clients entry, Origin origin) {
        boolean harmless = configuration.isHome() && !entry.credentials();
        return !origin.isSecure() && !origin.isLoopback() && !harmless;
    }

    /** The line to write; what cannot be mended is left out. */
    private static String instead(
            PolicyConfiguration configuration, Clients entry, List<String> written) {
        List<String> right =
                written.stream()
                        .flatMap(text -> Stream.of(text.split(",", -1)))
                        .flatMap(text -> Origin.canonical(text).stream())
                        .filter(origin -> !isForeignLoopback(configuration, origin))
                        .map(
                                origin ->
                                        isInsecure(configuration, entry, origin)
                                                ? origin.overTls()
                                                : origin)
                        .map(Origin::serialized)
                        .distinct()
                        .toList();
        String example =
                configuration.isHome() ? "http://localhost:5173" : "https://app.example.com";
        return right.isEmpty()
                ? "Name each origin, such as " + line(entry, List.of(example))
                : "Write " + line(entry, right);
    }

    private static String line(Clients entry, List<String> origins) {
        return entry.variable()
                .map(variable -> variable + "=" + String.join(",", origins))
                .orElse(entry.key("allowed-origins") + ": [" + String.join(", ", origins) + "]");
    }
}

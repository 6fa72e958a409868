package dev.preflight.crossorigin.policy;

import dev.preflight.crossorigin.policy.PolicyConfiguration.Clients;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
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

    private static final OriginSyntax.Problem ALREADY_THERE =
            new OriginSyntax.Problem(
                    PolicyRule.ORIGIN_TWICE, "it is there already", Optional.empty());

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
            everyOrigin(entry).forEach(findings::add);
            unknownKeys(configuration, entry).forEach(findings::add);
            origins(configuration, entry).forEach(findings::add);
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

    private static Stream<Finding> everyOrigin(Clients entry) {
        List<Finding> findings = new ArrayList<>();
        if (entry.origins().isEmpty()) {
            findings.add(
                    Finding.mistake(
                            PolicyRule.EVERY_ORIGIN,
                            entry.key("allowed-origins"),
                            "missing",
                            "without it Micronaut lets every page call with its visitor's session",
                            "Remove the entry "
                                    + entry.name()
                                    + " and list its origins in PREFLIGHT_CLIENT_ORIGINS, or write "
                                    + entry.key("allowed-origins")
                                    + ": [https://app.example.com]"));
        }
        entry.originsRegex()
                .ifPresent(
                        regex ->
                                findings.add(
                                        Finding.mistake(
                                                PolicyRule.ORIGIN_PATTERN,
                                                entry.key("allowed-origins-regex"),
                                                regex,
                                                "a pattern lets in pages that nobody thought of;"
                                                        + " origins are exact here",
                                                "Remove it and list the origins in"
                                                        + " PREFLIGHT_CLIENT_ORIGINS")));
        return findings.stream();
    }

    private static Stream<Finding> unknownKeys(PolicyConfiguration configuration, Clients entry) {
        return entry.keys().stream()
                .filter(key -> !KEYS.contains(key))
                .filter(key -> configuration.corsVariables().isEmpty())
                .sorted()
                .map(
                        key ->
                                Finding.mistake(
                                        PolicyRule.UNKNOWN_KEY,
                                        entry.key(key),
                                        "no key",
                                        "Micronaut drops it, and takes what is missing for"
                                                + " everything",
                                        "Write one of " + String.join(", ", KEYS)));
    }

    private static Stream<Finding> origins(PolicyConfiguration configuration, Clients entry) {
        List<String> written = entry.writtenOrigins();
        String instead = instead(configuration, entry, written);
        List<Finding> findings = new ArrayList<>();
        for (int i = 0; i < written.size(); i++) {
            String text = written.get(i);
            boolean twice = written.subList(0, i).contains(text);
            List<OriginSyntax.Problem> problems =
                    twice ? List.of(ALREADY_THERE) : problems(configuration, entry, text);
            for (OriginSyntax.Problem problem : problems) {
                findings.add(
                        Finding.mistake(
                                problem.rule(), key(entry), masked(text), problem.why(), instead));
            }
        }
        return findings.stream();
    }

    /** Everything that is wrong with an origin, also what shows only when the rest is mended. */
    private static List<OriginSyntax.Problem> problems(
            PolicyConfiguration configuration, Clients entry, String text) {
        List<OriginSyntax.Problem> problems = new ArrayList<>(OriginSyntax.problems(text));
        OriginSyntax.corrected(text)
                .flatMap(origin -> unsafe(configuration, entry, origin))
                .ifPresent(problems::add);
        return problems;
    }

    private static String key(Clients entry) {
        return entry.variable().orElse(entry.key("allowed-origins"));
    }

    /** A password has no business in a log. */
    private static String masked(String text) {
        return text.replaceFirst("//[^/@]*@", "//…@");
    }

    private static Optional<OriginSyntax.Problem> unsafe(
            PolicyConfiguration configuration, Clients entry, Origin origin) {
        if (origin.isLoopback()) {
            return configuration.isHome()
                    ? Optional.empty()
                    : Optional.of(
                            new OriginSyntax.Problem(
                                    PolicyRule.ORIGIN_LOOPBACK_IN_PUBLIC,
                                    "whatever runs on a visitor's own machine could call with the"
                                            + " visitor's session",
                                    Optional.empty()));
        }
        boolean harmless = configuration.isHome() && !entry.credentials();
        return origin.isSecure() || harmless
                ? Optional.empty()
                : Optional.of(
                        new OriginSyntax.Problem(
                                PolicyRule.ORIGIN_INSECURE,
                                "whoever is on the way can change a page of plain http, and then"
                                        + " call with its visitor's session",
                                Optional.of(new Origin("https", origin.host(), 443).serialized())));
    }

    /** The list without its mistakes; what cannot be mended is left out. */
    private static String instead(
            PolicyConfiguration configuration, Clients entry, List<String> written) {
        List<String> right =
                written.stream()
                        .flatMap(text -> Stream.of(text.split(",", -1)))
                        .flatMap(text -> mended(configuration, entry, text).stream())
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

    private static Optional<String> mended(
            PolicyConfiguration configuration, Clients entry, String text) {
        return OriginSyntax.corrected(text)
                .flatMap(
                        origin -> {
                            Optional<OriginSyntax.Problem> problem =
                                    unsafe(configuration, entry, origin);
                            return problem.isEmpty()
                                    ? Optional.of(origin.serialized())
                                    : problem.get().instead();
                        });
    }
}

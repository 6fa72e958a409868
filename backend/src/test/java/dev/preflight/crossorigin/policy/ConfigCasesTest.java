package dev.preflight.crossorigin.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.preflight.crossorigin.cases.Cases;
import dev.preflight.crossorigin.cases.Cases.Node;
import dev.preflight.crossorigin.policy.PolicyConfiguration.Clients;

import io.micronaut.context.ApplicationContext;
import io.micronaut.context.exceptions.ConfigurationException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Every case of kind {@code config} in {@code cors-cases.json}: what is refused at start. */
class ConfigCasesTest {

    private static final String CLIENT = "micronaut.server.cors.configurations.client.";

    private static final List<String> METHODS =
            List.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE");
    private static final List<String> HEADERS = List.of("Content-Type", "If-Match");
    private static final List<String> EXPOSED = List.of("ETag", "Retry-After");

    /** What we call the errors of the cases. */
    private static final Map<String, Set<PolicyRule>> RULES =
            Map.ofEntries(
                    Map.entry(
                            "origin.wildcard-with-credentials", Set.of(PolicyRule.ORIGIN_WILDCARD)),
                    Map.entry("origin.null", Set.of(PolicyRule.ORIGIN_NULL)),
                    Map.entry(
                            "origin.invalid",
                            Set.of(PolicyRule.ORIGIN_INVALID, PolicyRule.ORIGIN_FORM)),
                    Map.entry("origin.default-port", Set.of(PolicyRule.ORIGIN_FORM)),
                    Map.entry(
                            "origin.port-range",
                            Set.of(PolicyRule.ORIGIN_INVALID, PolicyRule.ORIGIN_FORM)),
                    Map.entry("origin.not-ascii", Set.of(PolicyRule.ORIGIN_FORM)),
                    Map.entry("origin.ip-form", Set.of(PolicyRule.ORIGIN_FORM)),
                    Map.entry("origin.pattern-unsupported", Set.of(PolicyRule.ORIGIN_PATTERN)),
                    Map.entry("origin.pattern-with-credentials", Set.of(PolicyRule.ORIGIN_PATTERN)),
                    Map.entry(
                            "origin.public-suffix-with-credentials",
                            Set.of(PolicyRule.ORIGIN_PATTERN)),
                    Map.entry(
                            "origin.insecure-with-credentials", Set.of(PolicyRule.ORIGIN_INSECURE)),
                    Map.entry(
                            "origin.loopback-in-production",
                            Set.of(PolicyRule.ORIGIN_LOOPBACK_IN_PUBLIC)),
                    Map.entry("method.invalid", Set.of(PolicyRule.METHOD_UNKNOWN)),
                    Map.entry("method.forbidden", Set.of(PolicyRule.METHOD_UNKNOWN)),
                    Map.entry("method.wildcard-with-credentials", Set.of(PolicyRule.NAME_WILDCARD)),
                    Map.entry("header.invalid", Set.of(PolicyRule.HEADER_UNSENDABLE)),
                    Map.entry("header.forbidden", Set.of(PolicyRule.HEADER_UNSENDABLE)),
                    Map.entry("header.prohibited", Set.of(PolicyRule.HEADER_UNSENDABLE)),
                    Map.entry("header.wildcard-with-credentials", Set.of(PolicyRule.NAME_WILDCARD)),
                    Map.entry("exposed.forbidden", Set.of(PolicyRule.EXPOSED_UNREADABLE)),
                    Map.entry("exposed.prohibited", Set.of(PolicyRule.EXPOSED_UNREADABLE)),
                    Map.entry(
                            "exposed.wildcard-with-credentials", Set.of(PolicyRule.NAME_WILDCARD)),
                    Map.entry("maxAge.range", Set.of(PolicyRule.MAX_AGE)));

    /** All of them a choice, and chosen otherwise by the design. */
    private static final Map<String, String> DECIDED_OTHERWISE =
            Map.of(
                    "C002", "no origins mean the bundle alone, on one origin",
                    "C052", "* is refused with and without credentials: origins are exact",
                    "C055", "patterns are refused with and without credentials: origins are exact");

    static Stream<Node> all() {
        return Cases.file("cors-cases").nodes("cases").stream()
                .filter(item -> item.text("kind").equals("config"));
    }

    static Stream<Node> cases() {
        return all().filter(item -> !DECIDED_OTHERWISE.containsKey(item.text("id")));
    }

    /** One in public, and one with mistakes in most properties. */
    static Stream<Node> startedCases() {
        return cases().filter(item -> Set.of("C051", "C091").contains(item.text("id")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void findsTheMistakesOfTheCaseAndNoOther(Node item) {
        List<PolicyRule> found =
                PolicyCheck.check(configuration(item.node("config"))).stream()
                        .filter(Finding::isMistake)
                        .map(Finding::rule)
                        .distinct()
                        .toList();

        List<String> expected = item.node("expect").texts("errors");
        assertThat(found).hasSameSizeAs(expected);
        assertThat(expected)
                .allSatisfy(
                        error ->
                                assertThat(found)
                                        .containsAnyElementsOf(
                                                RULES.getOrDefault(error, Set.of())));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("startedCases")
    void doesNotStartWithTheMistakesOfTheCase(Node item) {
        Node config = item.node("config");
        Map<String, Object> properties = new HashMap<>();
        properties.put("preflight.public-url", publicUrl(config));
        properties.put("preflight.crossorigin.cookie-same-site", "None");
        properties.put(CLIENT + "allowed-origins", config.texts("origins"));
        properties.put(CLIENT + "allow-credentials", config.flag("credentials"));
        properties.put(CLIENT + "allowed-methods", given(config, "methods", METHODS));
        properties.put(CLIENT + "allowed-headers", given(config, "requestHeaders", HEADERS));
        properties.put(CLIENT + "exposed-headers", given(config, "exposedHeaders", EXPOSED));
        properties.put(CLIENT + "max-age", config.has("maxAge") ? config.number("maxAge") : 7200);

        Throwable failure =
                catchThrowable(() -> ApplicationContext.run(properties, "test").close());

        assertThat(failure).rootCause().isInstanceOf(ConfigurationException.class);
        assertThat(failure)
                .rootCause()
                .message()
                .contains("micronaut.server.cors.configurations.client.");
    }

    @Test
    void runsAllButThoseThatAreDecidedOtherwise() {
        assertThat(all())
                .hasSize(65)
                .allSatisfy(item -> assertThat(item.text("strength")).isEqualTo("policy"));
        assertThat(cases()).hasSize(62);
        assertThat(startedCases()).hasSize(2);
    }

    private static String publicUrl(Node config) {
        return config.text("env").equals("production")
                ? "https://api.example.com"
                : "http://localhost:8080";
    }

    private static List<String> given(Node config, String name, List<String> otherwise) {
        return config.has(name) ? config.texts(name) : otherwise;
    }

    private static PolicyConfiguration configuration(Node config) {
        Clients client =
                new Clients(
                        "client",
                        Optional.of("PREFLIGHT_CLIENT_ORIGINS"),
                        Optional.of(config.texts("origins")),
                        Optional.empty(),
                        Optional.of(given(config, "methods", METHODS)),
                        Optional.of(given(config, "requestHeaders", HEADERS)),
                        Optional.of(given(config, "exposedHeaders", EXPOSED)),
                        config.flag("credentials"),
                        Optional.of(config.has("maxAge") ? config.text("maxAge") : "7200"),
                        Set.of());
        return new PolicyConfiguration(
                publicUrl(config),
                Set.of(),
                List.of(),
                "None",
                "",
                true,
                List.of(client),
                Set.of());
    }
}

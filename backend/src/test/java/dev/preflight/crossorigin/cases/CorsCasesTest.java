package dev.preflight.crossorigin.cases;

import static org.assertj.core.api.Assertions.assertThat;

import dev.preflight.crossorigin.cases.Cases.Node;
import dev.preflight.testing.Wire;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Every case of {@code cors-cases.json} that a server answers and that ours can be asked. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CorsCasesTest {

    private static final String CLIENT = "micronaut.server.cors.configurations.client.";

    private static final List<String> ORIGINS =
            List.of("http://localhost:5173", "https://app.example.com");

    /** What our configuration has to say for a profile besides the origins. */
    private static final Map<String, Map<String, Object>> PROFILES =
            Map.of(
                    "cred", Map.of(),
                    "cred-maxage-off", Map.of(CLIENT + "max-age", -1),
                    "cred-noexpose", Map.of(CLIENT + "exposed-headers", List.of()),
                    "cred-put-only", Map.of(CLIENT + "allowed-methods", List.of("PUT")),
                    "cred-pna", Map.of(CLIENT + "allow-private-network", true),
                    "cred-schemes", Map.of(),
                    "disabled", Map.of("micronaut.server.cors.enabled", false));

    /** Profiles without credentials, and those that let in more than exact origins. */
    private static final Set<String> NOT_OURS =
            Set.of(
                    "public",
                    "public-auth",
                    "anon-single",
                    "anon-simple-only",
                    "cred-subdomains",
                    "cred-anyport",
                    "cred-debug");

    /** Cases that are a choice, and chosen otherwise here. */
    private static final Map<String, String> DECIDED_OTHERWISE =
            Map.of(
                    "S096", "a method that is not listed fails the preflight, safelisted or not",
                    "S123",
                            "the Lab's own runs show a preflight's steps; the app's own tell"
                                    + " nothing",
                    "S150", "origins are exact: no patterns",
                    "S151", "origins are exact: no patterns",
                    "S165", "origins are exact: no patterns");

    private static final Map<String, String> LEFT_OUT =
            Map.of(
                    "S175", "capacitor: is no scheme of a page that can hold our cookies",
                    "S110", "a head of more than 8 kB is refused before it is read, with 413");

    private final Map<String, CaseServer> servers = new HashMap<>();

    @AfterAll
    void stop() {
        servers.values().forEach(CaseServer::close);
    }

    private Wire server(String profile) {
        return servers.computeIfAbsent(
                        profile,
                        name ->
                                CaseServer.forOrigins(
                                        origins(name), PROFILES.getOrDefault(name, Map.of())))
                .wire();
    }

    private static List<String> origins(String profile) {
        return profile.equals("cred-schemes")
                ? List.of("http://[::1]:5173", "https://xn--bcher-kva.example")
                : ORIGINS;
    }

    private static Stream<Node> all(String kind) {
        return Cases.file("cors-cases").nodes("cases").stream()
                .filter(item -> item.text("kind").equals(kind));
    }

    static Stream<Node> serverCases() {
        return all("server")
                .filter(item -> PROFILES.containsKey(item.text("profile")))
                .filter(item -> !LEFT_OUT.containsKey(item.text("id")))
                .filter(item -> !DECIDED_OTHERWISE.containsKey(item.text("id")));
    }

    static Stream<Node> sharedCacheCases() {
        return all("shared-cache");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("serverCases")
    void answersAsTheCaseExpects(Node item) {
        Wire.Answer answer = server(item.text("profile")).send(request(item));

        Node expected = item.node("expect");
        List<Integer> statuses = new ArrayList<>(expected.numbers("status"));
        statuses.addAll(expected.numbers("acceptableStatus"));
        assertThat(answer.status()).isIn(statuses);
        assertThat(answer.names()).doesNotContainAnyElementsOf(expected.texts("absent"));
        Node headers = expected.node("headers");
        for (Object name : headers.fields().keySet()) {
            assertHeader(answer, String.valueOf(name), headers.node(String.valueOf(name)));
        }
        Node vary = expected.node("vary");
        List<String> fields =
                answer.list("vary").stream().map(field -> field.toLowerCase(Locale.ROOT)).toList();
        assertThat(fields).containsAll(vary.texts("must")).containsAll(vary.texts("should"));
        assertReached(item, expected, answer);
    }

    /** The real list of posts for what it can answer, the test's own controller for the rest. */
    private static Wire.Request request(Node item) {
        Node target = item.node("target");
        Node app = target.node("app");
        Node request = item.node("request");
        String method = request.text("method");
        int status = app.number("status");
        boolean list =
                status == 200 && !app.has("headers") && Set.of("GET", "HEAD").contains(method);
        String path = target.text("path");
        if (path.equals("/api/items")) {
            path = list || item.text("profile").equals("disabled") ? "/api/posts" : answers(app);
        }
        List<Wire.Header> headers =
                request.headers("headers").stream().map(CorsCasesTest::ours).toList();
        return new Wire.Request(method, path, headers, "{}");
    }

    private static String answers(Node app) {
        String vary = app.has("headers") ? "?vary=" + app.node("headers").text("Vary") : "";
        return Answers.PATH + app.number("status") + vary;
    }

    private static Wire.Header ours(Wire.Header header) {
        return new Wire.Header(
                header.name(), header.value().replaceAll("(?i)x-csrf-token", "if-match"));
    }

    private static void assertHeader(Wire.Answer answer, String name, Node expected) {
        List<String> items = answer.list(name);
        List<String> lower = items.stream().map(item -> item.toLowerCase(Locale.ROOT)).toList();
        for (Object matcher : expected.fields().keySet()) {
            switch (String.valueOf(matcher)) {
                case "equals" ->
                        assertThat(answer.all(name)).containsExactly(expected.text("equals"));
                case "listEqualsIgnoreOrderAndCase" ->
                        assertThat(lower)
                                .containsExactlyInAnyOrderElementsOf(
                                        expected.texts("listEqualsIgnoreOrderAndCase"));
                case "listIncludesCaseSensitive" ->
                        assertThat(items).containsAll(expected.texts("listIncludesCaseSensitive"));
                case "listIncludesIgnoreCase" ->
                        assertThat(lower)
                                .containsAll(
                                        expected.texts("listIncludesIgnoreCase").stream()
                                                .map(
                                                        header ->
                                                                ours(new Wire.Header(name, header))
                                                                        .value())
                                                .toList());
                default -> throw new IllegalArgumentException("no such matcher: " + matcher);
            }
        }
    }

    private static void assertReached(Node item, Node expected, Wire.Answer answer) {
        boolean ours = request(item).path().startsWith(Answers.PATH);
        if (ours && expected.has("reachesApp")) {
            assertThat(answer.all(Answers.MARK).isEmpty())
                    .isNotEqualTo(expected.flag("reachesApp"));
        }
    }

    /** A cache as RFC 9111 §4.1 describes it: one answer for each combination of varied fields. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("sharedCacheCases")
    void cannotPoisonASharedCache(Node item) {
        Wire server = server("cred");
        String path = Answers.PATH + "200?cache=public,max-age=60";
        Map<String, Wire.Answer> stored = new LinkedHashMap<>();
        List<Optional<String>> seen = new ArrayList<>();
        for (Optional<String> origin : item.optionalTexts("origins")) {
            Wire.Answer answer =
                    stored.entrySet().stream()
                            .filter(
                                    entry ->
                                            entry.getKey()
                                                    .equals(variant(entry.getValue(), origin)))
                            .map(Map.Entry::getValue)
                            .findFirst()
                            .orElseGet(() -> server.send(get(path, origin)));
            assertThat(answer.all("cache-control")).containsExactly("public,max-age=60");
            stored.put(variant(answer, origin), answer);
            List<String> allowed = answer.all("access-control-allow-origin");
            seen.add(allowed.stream().findFirst());
        }

        assertThat(seen)
                .isEqualTo(
                        item.nodes("expect").stream()
                                .map(
                                        step ->
                                                Optional.of(step.text("acao"))
                                                        .filter(text -> !text.isEmpty()))
                                .toList());
    }

    private static Wire.Request get(String path, Optional<String> origin) {
        return new Wire.Request(
                "GET",
                path,
                origin.map(text -> new Wire.Header("Origin", text)).stream().toList(),
                "");
    }

    private static String variant(Wire.Answer answer, Optional<String> origin) {
        Predicate<String> isOrigin = "origin"::equalsIgnoreCase;
        return answer.list("vary").stream().anyMatch(isOrigin) ? "origin " + origin : "any";
    }

    @Test
    void leavesOutNoCaseUnnamed() {
        List<Node> servers = all("server").toList();
        Set<String> known = new TreeSet<>(PROFILES.keySet());
        known.addAll(NOT_OURS);

        assertThat(servers).allSatisfy(item -> assertThat(known).contains(item.text("profile")));
        assertThat(servers)
                .filteredOn(item -> item.text("strength").equals("must"))
                .filteredOn(item -> NOT_OURS.contains(item.text("profile")))
                .extracting(item -> item.text("profile"))
                .containsOnly("public", "public-auth", "anon-single", "anon-simple-only");
        assertThat(servers)
                .filteredOn(item -> DECIDED_OTHERWISE.containsKey(item.text("id")))
                .hasSameSizeAs(DECIDED_OTHERWISE.keySet())
                .extracting(item -> item.text("strength"))
                .containsOnly("policy");
        assertThat(serverCases()).hasSize(83);
        assertThat(sharedCacheCases()).hasSize(5);
    }
}

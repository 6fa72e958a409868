package dev.preflight.crossorigin.cases;

import static org.assertj.core.api.Assertions.assertThat;

import dev.preflight.crossorigin.cases.Cases.Node;
import dev.preflight.crossorigin.guard.Callers;
import dev.preflight.crossorigin.guard.OriginVerdict;
import dev.preflight.crossorigin.guard.RequestFacts;
import dev.preflight.testing.Wire;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/** All of {@code hostile-origins.json}, over bare sockets and against the guard's function. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HostileOriginsTest {

    private static final String OWN = "http://localhost:8080";

    /** A longer head is refused before it is read. */
    private static final int LONGEST_HEAD = 8192;

    private final Map<String, CaseServer> servers = new HashMap<>();

    /** One server for each trusted origin, which knows no other. */
    @BeforeAll
    void start() {
        for (String trusted : HostileOrigins.trusted()) {
            servers.put(trusted, CaseServer.forOrigins(List.of(trusted), Map.of()));
        }
    }

    @AfterAll
    void stop() {
        servers.values().forEach(CaseServer::close);
    }

    private Wire server(String trusted) {
        return Objects.requireNonNull(servers.get(trusted)).wire();
    }

    static Stream<Node> onTheWire() {
        return HostileOrigins.all().stream().filter(item -> !breaksLines(item));
    }

    static Stream<Node> all() {
        return HostileOrigins.all().stream();
    }

    static Stream<Node> controls() {
        return HostileOrigins.controls().stream();
    }

    static Stream<Node> multipleHeaderLines() {
        return HostileOrigins.multipleHeaderLines().stream();
    }

    /** What is two lines on the wire is no longer one Origin. */
    private static boolean breaksLines(Node item) {
        return item.text("origin").contains("\n") || item.text("origin").contains("\r");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("onTheWire")
    void refusesItOverTheWire(Node item) {
        Wire server = server(item.text("trusted"));
        List<Wire.Header> origin = List.of(new Wire.Header("Origin", item.text("origin")));

        Wire.Answer read = server.send(new Wire.Request("GET", "/api/posts", origin, ""));
        Wire.Answer write = server.send(post(origin));
        Wire.Answer preflight = server.send(preflight(origin));

        List<Wire.Answer> answers = List.of(read, write, preflight);
        if (isNoHttp(item)) {
            assertThat(answers).extracting(Wire.Answer::status).containsOnly(400);
        } else if (item.text("origin").length() > LONGEST_HEAD) {
            assertThat(answers).extracting(Wire.Answer::status).containsOnly(413);
        } else {
            boolean own = item.text("origin").equals(OWN);
            assertThat(read.status()).isEqualTo(200);
            assertThat(write.status()).isEqualTo(own ? 200 : 403);
            assertThat(write.all(Answers.MARK).isEmpty()).isNotEqualTo(own);
            assertThat(preflight.status()).isEqualTo(403);
        }
        assertThat(answers)
                .allSatisfy(HostileOriginsTest::assertTellsNothing)
                .allSatisfy(answer -> assertThat(answer.list("vary")).contains("Origin"))
                .allSatisfy(
                        answer ->
                                assertThat(answer.all("x-content-type-options"))
                                        .containsExactly("nosniff"));
    }

    /** A NUL is in no field value (RFC 9110 §5.5). */
    private static boolean isNoHttp(Node item) {
        return item.text("origin").indexOf('\0') >= 0;
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("all")
    void refusesItInTheGuardsFunction(Node item) {
        boolean own = item.text("origin").equals(OWN);

        assertThat(passes(item.text("trusted"), item.text("origin"))).isEqualTo(own);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("multipleHeaderLines")
    void refusesMoreThanOneLine(Node item) {
        for (String trusted : HostileOrigins.trusted()) {
            Wire server = server(trusted);
            List<Wire.Header> origins =
                    item.texts("lines").stream()
                            .map(
                                    line ->
                                            new Wire.Header(
                                                    "Origin", line.replace("<trusted>", trusted)))
                            .toList();

            Wire.Answer write = server.send(post(origins));
            assertThat(write.status()).isEqualTo(403);
            assertThat(write.all(Answers.MARK)).isEmpty();
            assertTellsNothing(write);
            assertTellsNothing(server.send(new Wire.Request("GET", "/api/posts", origins, "")));
            assertTellsNothing(server.send(preflight(origins)));
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("controls")
    void allowsTheTrustedOriginItself(Node item) {
        String trusted = item.text("trusted");
        List<Wire.Header> origin = List.of(new Wire.Header("Origin", item.text("origin")));
        Wire server = server(trusted);

        assertThat(server.send(post(origin)).status()).isEqualTo(200);
        assertThat(server.send(preflight(origin)).status()).isEqualTo(204);
        assertThat(
                        server.send(new Wire.Request("GET", "/api/posts", origin, ""))
                                .all("access-control-allow-origin"))
                .containsExactly(trusted);
    }

    @Test
    void runsAll() {
        assertThat(HostileOrigins.all()).hasSize(417);
        assertThat(onTheWire()).hasSize(410);
        assertThat(HostileOrigins.multipleHeaderLines()).hasSize(7);
        assertThat(HostileOrigins.controls()).hasSize(6);
    }

    /** Whether the guard lets an unsafe request with a session pass, where one origin may call. */
    static boolean passes(String trusted, String origin) {
        RequestFacts facts =
                new RequestFacts("POST", List.of(origin), List.of(), false, true, false, List.of());
        return OriginVerdict.of(facts, new Callers(OWN, Set.of(trusted)))
                instanceof OriginVerdict.Allowed;
    }

    private static Wire.Request post(List<Wire.Header> headers) {
        return new Wire.Request("POST", Answers.PATH + "200", headers, "");
    }

    private static Wire.Request preflight(List<Wire.Header> origin) {
        Stream<Wire.Header> method =
                Stream.of(new Wire.Header("Access-Control-Request-Method", "PUT"));
        return new Wire.Request(
                "OPTIONS", "/api/posts", Stream.concat(origin.stream(), method).toList(), "");
    }

    private static void assertTellsNothing(Wire.Answer answer) {
        assertThat(answer.names()).noneMatch(name -> name.startsWith("access-control-"));
    }
}

package dev.preflight.crossorigin.cases;

import static org.assertj.core.api.Assertions.assertThat;

import dev.preflight.crossorigin.cases.Cases.Node;
import dev.preflight.testing.Json;
import dev.preflight.testing.Person;
import dev.preflight.testing.PublicServer;
import dev.preflight.testing.Wire;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Every forged and every legitimate request of {@code csrf-cases.json}, sent with a victim's live
 * session; but those of the stage {@code token}, because this guard needs none.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CsrfCasesTest {

    private static final Map<String, String> PATHS =
            Map.of(
                    "/api/items", "/api/posts",
                    "/api/auth/login", "/api/authentication/log-in",
                    "/api/auth/logout", "/api/authentication/log-out",
                    "/api/auth/refresh", "/api/authentication/refresh",
                    "/api/auth/register", "/api/authentication/register",
                    "/api/logout", "/api/authentication/log-out",
                    "/api/events", Answers.PATH + "200");

    private static final String JSON = "{\"name\":\"csrf\"}";

    @SuppressWarnings("NullAway.Init")
    private CaseServer server;

    @SuppressWarnings("NullAway.Init")
    private CaseServer publicServer;

    @SuppressWarnings("NullAway.Init")
    private Person victim;

    @SuppressWarnings("NullAway.Init")
    private String post;

    @BeforeAll
    void start() {
        server =
                CaseServer.forOrigins(
                        List.of("http://localhost:5173", "https://app.example.com"), Map.of());
        publicServer =
                CaseServer.forOrigins(List.of("https://app.example.com"), PublicServer.settings());
    }

    @AfterAll
    void stop() {
        server.close();
        publicServer.close();
    }

    static Stream<Node> cases() {
        return Cases.file("csrf-cases").nodes("cases").stream()
                .filter(item -> !item.node("expect").text("stage").equals("token"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void letsPassWhatIsLegitimateAndNothingElse(Node item) {
        victim = Person.registeredAt(server.server().getURI());
        post = victim.publishes("Mine", "Text");
        String before = state();

        boolean isPublic = item.text("api").startsWith("https:");
        Wire.Answer answer = (isPublic ? publicServer : server).wire().send(request(item));

        Node expected = item.node("expect");
        assertThat(answer.status()).as(answer.body()).isIn(expected.numbers("status"));
        if (expected.flag("allow")) {
            return;
        }
        assertThat(answer.all("set-cookie")).isEmpty();
        assertThat(state()).isEqualTo(before);
        if (List.of("origin", "preflight", "content-type").contains(expected.text("stage"))) {
            assertThat(answer.all("content-type")).containsExactly("application/problem+json");
            assertThat(Json.object(answer.body()).get("detail")).asString().contains("(Rule: ");
        }
        List<String> readable =
                item.node("request").headers("headers").stream()
                        .filter(header -> header.name().equals("Origin"))
                        .map(Wire.Header::value)
                        .filter(
                                List.of("http://localhost:5173", "https://app.example.com")
                                        ::contains)
                        .toList();
        boolean several = item.text("name").startsWith("two Origin lines");
        assertThat(answer.all("access-control-allow-origin"))
                .isEqualTo(several ? List.of() : readable);
    }

    private Wire.Request request(Node item) {
        Node request = item.node("request");
        List<Wire.Header> headers = new ArrayList<>();
        for (Wire.Header header : request.headers("headers")) {
            headers.add(
                    header.name().equals("Cookie")
                            ? new Wire.Header("Cookie", session(item))
                            : header);
        }
        String path = request.text("path");
        String ours =
                path.equals("/api/items/1") ? "/api/posts/" + post : PATHS.getOrDefault(path, path);
        return new Wire.Request(request.text("method"), ours, headers, body(request, ours));
    }

    private String session(Node item) {
        String access = victim.cookie("preflight");
        String refresh = victim.cookie("preflight-refresh");
        return item.has("api")
                ? "__Host-preflight=" + access
                : "preflight=" + access + "; preflight-refresh=" + refresh;
    }

    /** A body that would do something if the guard let it pass. */
    private String body(Node request, String path) {
        String body = request.text("body");
        if (!body.equals(JSON)) {
            return body;
        }
        return path.startsWith("/api/authentication")
                ? Json.write(Map.of("email", victim.email(), "password", Person.PASSWORD))
                : Json.write(Map.of("title", "csrf", "content", "csrf"));
    }

    /** The newest posts, the victim's own post, and whether the victim is logged in. */
    private String state() {
        Person reader = Person.at(server.server().getURI());
        return reader.get("/api/posts?limit=50").body()
                + reader.get("/api/posts/" + post).body()
                + victim.get("/api/authentication").status()
                + victim.get("/api/sessions").body().replaceAll("\"lastUsedAt\":\"[^\"]*\"", "");
    }

    @Test
    void runsAllCasesButThoseOfTheToken() {
        List<Node> all = Cases.file("csrf-cases").nodes("cases");

        assertThat(all).hasSize(56);
        assertThat(cases()).hasSize(52);
    }
}

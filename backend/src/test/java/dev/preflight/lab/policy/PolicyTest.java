package dev.preflight.lab.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.preflight.testing.Json;
import dev.preflight.testing.Person;
import dev.preflight.testing.ServerTest;

import io.micronaut.test.extensions.junit5.annotation.MicronautTest;

import org.junit.jupiter.api.Test;

import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

@MicronautTest(transactional = false)
class PolicyTest extends ServerTest {

    private static final String OTHER = "https://app.example.com";

    /** A configuration without mistakes; the server starts with it. */
    private static final Map<String, Object> RIGHT =
            Map.of(
                    "publicUrl",
                    "https://api.example.com",
                    "clientOrigins",
                    "https://app.example.com",
                    "cookieSameSite",
                    "Lax",
                    "corsEnabled",
                    true,
                    "allowCredentials",
                    true,
                    "allowedMethods",
                    List.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE"),
                    "allowedHeaders",
                    List.of("Content-Type", "If-Match"),
                    "exposedHeaders",
                    List.of("Location", "ETag", "Retry-After"),
                    "maxAge",
                    "7200");

    @Override
    protected Map<String, String> configuration() {
        return Map.of(
                "preflight.lab.enabled", "true",
                "preflight.crossorigin.cookie-same-site", "None",
                "micronaut.server.cors.configurations.client.allowed-origins",
                        Person.CLIENT_ORIGIN + "," + OTHER);
    }

    @Test
    void tellsWhoMayCallAndWhetherTheirLoginTravels() {
        Person.Answer answer = visitor().get("/api/lab/policy");

        assertThat(answer.status()).isEqualTo(200);
        Map<String, Object> policy = Json.object(answer.body());
        assertThat(policy)
                .containsEntry("ownOrigin", "http://localhost:8080")
                .containsEntry("home", true)
                .containsEntry("corsEnabled", true)
                .containsEntry(
                        "cookies", Map.of("sameSite", "None", "secure", true, "partitioned", true));
        List<Map<String, Object>> clients = Json.objects(answer.body(), "clients");
        assertThat(clients)
                .extracting("origin", "relation", "cookiesTravel")
                .containsExactly(
                        tuple(Person.CLIENT_ORIGIN, "same-site", "always"),
                        tuple(OTHER, "cross-site", "third-party"));
        assertThat(clients)
                .allSatisfy(
                        client ->
                                assertThat(client)
                                        .containsEntry("credentials", true)
                                        .containsEntry("maxAge", 7200)
                                        .containsEntry("privateNetwork", false)
                                        .containsEntry(
                                                "methods",
                                                List.of(
                                                        "GET", "HEAD", "POST", "PUT", "PATCH",
                                                        "DELETE"))
                                        .containsEntry(
                                                "exposedHeaders",
                                                List.of(
                                                        "Location",
                                                        "ETag",
                                                        "Retry-After",
                                                        "X-Request-Id")));
        assertThat(Json.texts(answer.body(), "warnings", "rule"))
                .contains("cookie-third-party", "cookie-refused-by-safari");
    }

    @Test
    void findsNothingWrongWithARightConfiguration() {
        Person.Answer answer = check(RIGHT);

        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(Json.object(answer.body()))
                .containsEntry("starts", true)
                .containsEntry("findings", List.of());
    }

    @Test
    void tellsAllMistakesInTheWordsOfTheStart() {
        Person.Answer answer =
                check(
                        with(
                                Map.of(
                                        "clientOrigins",
                                        "https://App.example.com/, *",
                                        "allowedMethods",
                                        List.of("GET", "patch"))));

        assertThat(Json.object(answer.body())).containsEntry("starts", false);
        assertThat(Json.texts(answer.body(), "findings", "rule"))
                .containsSubsequence("origin-form", "method-unknown");
        Map<String, Object> first = Json.objects(answer.body(), "findings").getFirst();
        assertThat(first)
                .containsEntry("severity", "mistake")
                .containsEntry("key", "PREFLIGHT_CLIENT_ORIGINS")
                .containsEntry("value", "https://App.example.com/")
                .containsEntry(
                        "why",
                        "browsers send https://app.example.com, and origins are compared byte for"
                                + " byte")
                .containsEntry("instead", "Write PREFLIGHT_CLIENT_ORIGINS=https://app.example.com");
        assertThat(String.valueOf(first.get("sentence")))
                .startsWith("PREFLIGHT_CLIENT_ORIGINS has https://App.example.com/: browsers send");
    }

    @Test
    void startsWithWarningsAtHome() {
        Person.Answer answer =
                check(
                        with(
                                Map.of(
                                        "publicUrl", "http://localhost:8080",
                                        "clientOrigins", "http://localhost:5173",
                                        "corsEnabled", false)));

        assertThat(Json.object(answer.body())).containsEntry("starts", true);
        assertThat(Json.texts(answer.body(), "findings", "severity")).containsExactly("warning");
    }

    @Test
    void takesWhatIsNotWrittenForWhatMicronautMakesOfIt() {
        Map<String, Object> edited = new HashMap<>(RIGHT);
        edited.remove("allowedMethods");

        assertThat(Json.texts(check(edited).body(), "findings", "rule"))
                .containsExactly("list-missing");
    }

    @Test
    void changesNothing() {
        String before = visitor().get("/api/lab/policy").body();

        check(with(Map.of("clientOrigins", "https://evil.example")));

        assertThat(visitor().get("/api/lab/policy").body()).isEqualTo(before);
        assertThat(
                        visitor()
                                .get("/api/posts", "Origin", "https://evil.example")
                                .header("Access-Control-Allow-Origin"))
                .isEmpty();
    }

    @Test
    void boundsWhatItReads() {
        assertThat(check(with(Map.of("clientOrigins", ",".repeat(50)))).violatedFields())
                .containsExactly("clientOrigins");
        assertThat(check(with(Map.of("publicUrl", "a".repeat(2001)))).violatedFields())
                .containsExactly("publicUrl");
        Map<String, Object> request =
                Map.of("method", "GET", "hasBody", false, "carriesSession", false);
        assertThat(simulate(Collections.nCopies(500, request)).status()).isEqualTo(200);
        assertThat(simulate(Collections.nCopies(501, request)).violatedFields())
                .containsExactly("requests");
        assertThat(simulate(List.of()).violatedFields()).containsExactly("requests");
        Map<String, Object> tooLong = new HashMap<>(request);
        tooLong.put("origins", List.of("a".repeat(12_001)));
        assertThat(simulate(List.of(tooLong)).violatedFields())
                .allMatch(field -> field.startsWith("requests[0].origins"))
                .hasSize(1);
    }

    @Test
    void isToldToAllowedOriginsAlone() {
        Person.Answer answer =
                visitor()
                        .post(
                                "/api/lab/policy/checks",
                                Json.write(RIGHT),
                                "Origin",
                                "https://evil.example");

        assertThat(answer.status()).isEqualTo(403);
    }

    private Person.Answer check(Map<String, Object> edited) {
        return visitor().post("/api/lab/policy/checks", Json.write(edited));
    }

    private Person.Answer simulate(List<Map<String, Object>> requests) {
        return visitor().post("/api/lab/policy/requests", Json.write(Map.of("requests", requests)));
    }

    private static Map<String, Object> with(Map<String, Object> changes) {
        Map<String, Object> edited = new HashMap<>(RIGHT);
        edited.putAll(changes);
        return edited;
    }
}

package dev.preflight.lab.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.preflight.testing.Json;
import dev.preflight.testing.Person;
import dev.preflight.testing.ServerTest;

import io.micronaut.test.extensions.junit5.annotation.MicronautTest;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;

@MicronautTest(transactional = false)
class PolicyTest extends ServerTest {

    private static final String OTHER = "https://app.example.com";

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
}

package dev.preflight.crossorigin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.preflight.testing.Json;
import dev.preflight.testing.ServerTest;

import io.micronaut.test.extensions.junit5.annotation.MicronautTest;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;

@MicronautTest(transactional = false)
class DeploymentTest extends ServerTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    http://localhost:8080  | same-origin | true
                    http://localhost:5173  | same-site   | true
                    http://localhost:5174  | same-site   | false
                    http://127.0.0.1:5173  | cross-site  | false
                    https://evil.example   | cross-site  | false
                    null                   | unknown     | false
                    http://localhost:5173/ | unknown     | false
                    """)
    void tellsAPageHowItStandsToTheServer(String origin, String relation, boolean allowed) {
        Map<String, Object> answer =
                Json.object(visitor().get("/api/deployment", "Origin", origin).body());

        assertThat(answer)
                .containsEntry("publicOrigin", "http://localhost:8080")
                .containsEntry("pageOrigin", origin)
                .containsEntry("relation", relation)
                .containsEntry("allowed", allowed)
                .containsEntry(
                        "cookies",
                        Map.of("sameSite", "Lax", "secure", false, "partitioned", false));
    }

    @Test
    void tellsAPageOfItsOwnOriginByTheBrowsersWord() throws Exception {
        assertThat(withoutOrigin("Sec-Fetch-Site", "same-origin"))
                .containsEntry("relation", "same-origin")
                .containsEntry("allowed", true)
                .doesNotContainEntry("pageOrigin", "http://localhost:8080");
        assertThat(withoutOrigin("Sec-Fetch-Site", "none")).containsEntry("relation", "unknown");
    }

    private Map<String, Object> withoutOrigin(String header, String value)
            throws IOException, InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(server.getURI().resolve("/api/deployment"))
                        .header(header, value)
                        .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            return Json.object(client.send(request, BodyHandlers.ofString()).body());
        }
    }

    @Test
    void isNotStored() {
        assertThat(visitor().get("/api/deployment").header("Cache-Control")).isEqualTo("no-store");
    }
}

package dev.preflight.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.preflight.testing.Person;
import dev.preflight.testing.PublicServer;
import dev.preflight.testing.ServerTest;
import dev.preflight.testing.TestDatabase;

import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.HashMap;
import java.util.Map;

@MicronautTest(transactional = false)
class ResponseHeadersTest extends ServerTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/posts",
                "/api/posts/nothing",
                "/api/authentication",
                "/api/sessions",
                "/api/deployment",
                "/nothing.txt",
                "/health",
                "/openapi"
            })
    void protectsEveryAnswerOfTheApi(String path) {
        Person.Answer answer = visitor().get(path);

        assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(answer.header("X-Frame-Options")).isEqualTo("DENY");
        assertThat(answer.header("Cross-Origin-Resource-Policy")).isEqualTo("same-origin");
        assertThat(answer.header("Referrer-Policy")).isEqualTo("no-referrer");
        assertThat(answer.header("Content-Security-Policy"))
                .isEqualTo("default-src 'none'; frame-ancestors 'none'");
        assertThat(answer.headers("Strict-Transport-Security")).isEmpty();
    }

    @Test
    void protectsTheAnswerToAPreflightAndARefusal() {
        Person.Answer preflight =
                visitor()
                        .send(
                                "OPTIONS",
                                "/api/posts",
                                null,
                                "Access-Control-Request-Method",
                                "POST");
        Person.Answer refusal = visitor().delete("/api/posts/1", "Origin", "https://evil.example");

        assertThat(preflight.status()).isEqualTo(204);
        assertThat(refusal.status()).isEqualTo(403);
        for (Person.Answer answer : new Person.Answer[] {preflight, refusal}) {
            assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
            assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
            assertThat(answer.header("Cross-Origin-Resource-Policy")).isEqualTo("same-origin");
        }
    }

    @Test
    void protectsTheClientsPageAlsoWhereItIsNotSentAgain() {
        Person.Answer page = visitor().get("/", "Accept", "text/html");
        Person.Answer known =
                visitor().get("/", "Accept", "text/html", "If-None-Match", page.header("ETag"));

        assertThat(page.status()).isEqualTo(200);
        assertThat(known.status()).isEqualTo(304);
        for (Person.Answer answer : new Person.Answer[] {page, known}) {
            assertThat(answer.header("Content-Security-Policy"))
                    .contains("frame-ancestors 'none'", "default-src 'self'");
            assertThat(answer.header("X-Frame-Options")).isEqualTo("DENY");
            assertThat(answer.header("Cross-Origin-Opener-Policy")).isEqualTo("same-origin");
            assertThat(answer.header("Cross-Origin-Resource-Policy")).isEqualTo("same-origin");
            assertThat(answer.header("Referrer-Policy"))
                    .isEqualTo("strict-origin-when-cross-origin");
            assertThat(answer.header("Permissions-Policy")).contains("camera=()");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/authentication", "/api/sessions"})
    void letsNobodyStoreWhatIsPersonal(String path) {
        assertThat(member().get(path).header("Cache-Control")).isEqualTo("no-store");
    }

    @Test
    void tellsBrowsersToUseHttpsAloneWhereTheServerIsPublic() {
        try (EmbeddedServer server = start("https://api.example.com")) {
            Person visitor = Person.at(server.getURI());

            for (String path : new String[] {"/", "/api/posts", "/health", "/nothing"}) {
                assertThat(visitor.get(path, "Accept", "*/*").header("Strict-Transport-Security"))
                        .isEqualTo("max-age=31536000");
            }
        }
    }

    @Test
    void bindsNoOtherServerOfThisMachineToHttps() {
        try (EmbeddedServer server = start("https://localhost:8443")) {
            assertThat(Person.at(server.getURI()).get("/").headers("Strict-Transport-Security"))
                    .isEmpty();
        }
    }

    private static EmbeddedServer start(String publicUrl) {
        Map<String, Object> properties = new HashMap<>(TestDatabase.create());
        properties.putAll(PublicServer.settings());
        properties.put("preflight.public-url", publicUrl);
        return ApplicationContext.run(EmbeddedServer.class, properties, "test");
    }
}

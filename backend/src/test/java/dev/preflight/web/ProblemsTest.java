package dev.preflight.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.preflight.testing.Json;
import dev.preflight.testing.Person;
import dev.preflight.testing.ServerLog;
import dev.preflight.testing.ServerTest;

import io.micronaut.context.annotation.Requires;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.Map;

@MicronautTest(transactional = false)
class ProblemsTest extends ServerTest {

    @Override
    protected Map<String, String> configuration() {
        return Map.of("test.failing-controller", "true");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    GET    | /api/nothing               |          |                  | 404 | not-found
                    GET    | /nothing                   |          |                  | 404 | not-found
                    POST   | /api/nothing               | {}       | application/json | 404 | not-found
                    PUT    | /api/posts                 | {}       | application/json | 405 | method-not-allowed
                    DELETE | /api/authentication        |          |                  | 405 | method-not-allowed
                    POST   | /api/posts                 | {}       | application/json | 401 | not-logged-in
                    POST   | /api/authentication/log-in | {        | application/json | 400 | malformed-json
                    POST   | /api/authentication/log-in | {"email":"x | application/json | 400 | malformed-json
                    POST   | /api/authentication/log-in | []       | application/json | 400 | malformed-json
                    POST   | /api/authentication/log-in | "x"      | application/json | 400 | malformed-json
                    POST   | /api/authentication/log-in | null     | application/json | 400 | malformed-json
                    POST   | /api/authentication/log-in | {}       | application/json | 400 | invalid-input
                    POST   | /api/authentication/log-in | {}       | text/plain       | 415 | unsupported-media-type
                    POST   | /api/authentication/log-in | a=b      | application/x-www-form-urlencoded | 415 | unsupported-media-type
                    GET    | /api/failing               |          |                  | 500 | unexpected
                    """)
    void answersEveryErrorAsAProblemThatTheClientMayRead(
            String method,
            String path,
            @Nullable String body,
            @Nullable String type,
            int status,
            String problem) {
        Person.Answer answer =
                type == null
                        ? visitor().send(method, path, null)
                        : visitor().send(method, path, body, "Content-Type", type);

        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        assertThat(answer.problem()).isEqualTo(problem);
        assertThat(Json.object(answer.body()))
                .containsKeys("type", "title", "detail", "requestId")
                .containsEntry("status", status);
        assertThat(answer.header("Access-Control-Allow-Origin")).isEqualTo(Person.CLIENT_ORIGIN);
        assertThat(answer.header("Access-Control-Allow-Credentials")).isEqualTo("true");
        assertThat(answer.header("Vary")).isEqualTo("Origin");
        assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
        assertThat(answer.header("X-Request-Id")).isEqualTo(answer.text("requestId"));
    }

    @Test
    void refusesABodyThatIsTooLarge() {
        Person.Answer answer =
                visitor().post("/api/authentication/log-in", "\"" + "a".repeat(1_100_000) + "\"");

        assertThat(answer.status()).isEqualTo(413);
        assertThat(answer.problem()).isEqualTo("too-large");
        assertThat(answer.header("Access-Control-Allow-Origin")).isEqualTo(Person.CLIENT_ORIGIN);
    }

    @Test
    void tellsNobodyWhatWentWrongInside() {
        Person.Answer answer = visitor().get("/api/failing");

        assertThat(answer.body())
                .doesNotContain("SELECT", "IllegalState", "dev.preflight.", "at ", "secret");
    }

    @ParameterizedTest
    @ValueSource(strings = {"overflowing", "nested"})
    void writesLittleOfADeepFailureToTheLog(String kind) {
        try (ServerLog log = ServerLog.listen()) {
            assertThat(visitor().get("/api/failing/" + kind).status()).isEqualTo(500);

            assertThat(log.lines()).containsExactly("ERROR GET /api/failing/" + kind + " failed");
            assertThat(log.bytes()).isBetween(5_000L, 60_000L);
        }
    }

    @Test
    void keepsACallersRequestIdUnlessItCouldForgeALogLine() {
        assertThat(visitor().get("/health", "X-Request-Id", "abc-123").header("X-Request-Id"))
                .isEqualTo("abc-123");
        assertThat(visitor().get("/health", "X-Request-Id", "a b").header("X-Request-Id"))
                .matches("[0-9a-f]{16}");
        assertThat(visitor().get("/health").header("X-Request-Id")).matches("[0-9a-f]{16}");
    }

    @Test
    void servesHealthMetricsAndTheDescriptionOfTheApi() {
        assertThat(visitor().get("/health").body()).isEqualTo("{\"status\":\"UP\"}");
        assertThat(visitor().get("/metrics").body()).contains("jvm_memory_used_bytes");
        assertThat(visitor().get("/openapi").body()).startsWith("openapi: 3.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/beans",
                "/routes",
                "/threaddump",
                "/info",
                "/flyway",
                "/refresh",
                "/token_info",
                "/loggers"
            })
    void hasNoAddressesThatNobodyAskedFor(String path) {
        assertThat(member().get(path).status()).isEqualTo(404);
        assertThat(member().post(path, "{}").status()).isEqualTo(404);
    }

    @Test
    void showsItsMetricsToNobodyBehindAProxy() {
        assertThat(visitor().get("/metrics", "X-Forwarded-For", "203.0.113.7").status())
                .isEqualTo(404);
    }

    @Controller("/api/failing")
    @Requires(property = "test.failing-controller")
    static class FailingController {

        @Get
        @Secured(SecurityRule.IS_ANONYMOUS)
        String fail() {
            throw new IllegalStateException("SELECT secret FROM account");
        }

        @Get("/overflowing")
        @Secured(SecurityRule.IS_ANONYMOUS)
        String overflow() {
            return Integer.toString(depth(1));
        }

        private static int depth(int known) {
            return known == 0 ? 0 : 1 + depth(known + 1);
        }

        @Get("/nested")
        @Secured(SecurityRule.IS_ANONYMOUS)
        String nest() {
            IllegalStateException failure = new IllegalStateException("the innermost");
            for (int i = 0; i < 20; i++) {
                failure = new IllegalStateException("around", failure);
                failure.addSuppressed(new IllegalStateException("another"));
            }
            throw failure;
        }
    }
}

package dev.preflight.crossorigin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.preflight.testing.Person;
import dev.preflight.testing.ServerTest;

import io.micronaut.test.extensions.junit5.annotation.MicronautTest;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.Locale;

@MicronautTest(transactional = false)
class CrossOriginTest extends ServerTest {

    private static final String OF_PREFLIGHTS =
            "Access-Control-Request-Headers, Access-Control-Request-Method, Origin";

    @Test
    void letsTheClientReadWithCredentials() {
        Person.Answer answer = visitor().get("/api/posts");

        assertThat(answer.header("Access-Control-Allow-Origin")).isEqualTo(Person.CLIENT_ORIGIN);
        assertThat(answer.header("Access-Control-Allow-Credentials")).isEqualTo("true");
        assertThat(answer.header("Access-Control-Expose-Headers"))
                .isEqualTo("Location, ETag, Retry-After, X-Request-Id");
        assertThat(answer.headers("Vary")).containsExactly("Origin");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            textBlock =
                    """
                    POST   | content-type
                    POST   | Content-Type
                    PATCH  | content-type,if-match
                    DELETE | -
                    DELETE | if-match
                    PUT    | idempotency-key,x-request-id
                    GET    | last-event-id
                    """)
    void passesThePreflightOfWhatIsAllowed(String method, @Nullable String headers) {
        Person.Answer answer = preflight(Person.CLIENT_ORIGIN, method, headers);

        assertThat(answer.status()).isEqualTo(204);
        assertThat(answer.header("Access-Control-Allow-Origin")).isEqualTo(Person.CLIENT_ORIGIN);
        assertThat(answer.header("Access-Control-Allow-Credentials")).isEqualTo("true");
        assertThat(answer.header("Access-Control-Allow-Methods"))
                .isEqualTo("GET, HEAD, POST, PUT, PATCH, DELETE");
        if (headers != null) {
            assertThat(answer.header("Access-Control-Allow-Headers").toLowerCase(Locale.ROOT))
                    .contains(headers.toLowerCase(Locale.ROOT).split(",", -1));
        }
        assertThat(answer.header("Access-Control-Max-Age")).isEqualTo("7200");
        assertThat(answer.headers("Vary")).containsExactly(OF_PREFLIGHTS);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    http://localhost:5173  | POST  | x-unknown
                    http://localhost:5173  | POST  | authorization
                    http://localhost:5173  | TRACE | content-type
                    http://localhost:5174  | POST  | content-type
                    http://localhost:5173/ | POST  | content-type
                    http://LOCALHOST:5173  | POST  | content-type
                    https://localhost:5173 | POST  | content-type
                    http://localhost.evil.example:5173 | POST | content-type
                    null                   | POST  | content-type
                    """)
    void failsThePreflightOfEverythingElse(String origin, String method, @Nullable String headers) {
        Person.Answer answer = preflight(origin, method, headers);

        assertThat(answer.header("Access-Control-Allow-Origin")).isEmpty();
        assertThat(answer.header("Access-Control-Allow-Methods")).isEmpty();
        assertThat(answer.headers("Vary")).containsExactly(OF_PREFLIGHTS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://localhost:5174", "https://evil.example", "null"})
    void tellsOtherOriginsNothing(String origin) {
        Person.Answer answer = visitor().get("/api/posts", "Origin", origin);

        assertThat(answer.response().headers().map().keySet())
                .noneMatch(name -> name.startsWith("access-control-"));
        assertThat(answer.headers("Vary")).containsExactly("Origin");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/posts", "/health", "/openapi", "/nothing", "/api/authentication"})
    void variesByOriginOnEveryAnswer(String path) {
        assertThat(visitor().get(path).header("Vary")).contains("Origin");
        assertThat(visitor().get(path, "Origin", "http://localhost:1").header("Vary"))
                .contains("Origin");
    }

    private Person.Answer preflight(String origin, String method, @Nullable String headers) {
        return headers == null
                ? visitor()
                        .send(
                                "OPTIONS",
                                "/api/posts",
                                null,
                                "Origin",
                                origin,
                                "Access-Control-Request-Method",
                                method)
                : visitor()
                        .send(
                                "OPTIONS",
                                "/api/posts",
                                null,
                                "Origin",
                                origin,
                                "Access-Control-Request-Method",
                                method,
                                "Access-Control-Request-Headers",
                                headers);
    }
}

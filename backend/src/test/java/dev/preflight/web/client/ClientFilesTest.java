package dev.preflight.web.client;

import static org.assertj.core.api.Assertions.assertThat;

import dev.preflight.testing.Person;
import dev.preflight.testing.ServerTest;

import io.micronaut.test.extensions.junit5.annotation.MicronautTest;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The built client, which the build puts on the class path, as the bundle serves it. */
@MicronautTest(transactional = false)
class ClientFilesTest extends ServerTest {

    private static final String HTML = "text/html,application/xhtml+xml,*/*;q=0.8";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/log-in",
                "/posts/00000000-0000-0000-0000-000000000000/a-title",
                "/x/y"
            })
    void servesThePageAtEveryAddressThatAPersonCanOpen(String path) {
        Person.Answer page = open(path);

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.header("Content-Type")).isEqualTo("text/html; charset=utf-8");
        assertThat(page.body()).contains("<div id=\"root\"");
        assertThat(page.header("Cache-Control")).isEqualTo("no-cache");
        assertThat(page.header("Content-Security-Policy"))
                .isEqualTo(
                        "default-src 'self'; img-src 'self' https: data:; object-src 'none';"
                                + " base-uri 'none'; form-action 'self'; frame-ancestors 'none'");
        assertThat(page.header("Cross-Origin-Opener-Policy")).isEqualTo("same-origin");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/nothing", "/metrics/nothing", "/runs/nothing", "/openapi/x"})
    void servesNoPageWhereTheServerHasItsOwnAddresses(String path) {
        assertThat(open(path).status()).isEqualTo(404);
        assertThat(open(path).problem()).isEqualTo("not-found");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/missing.js",
                "/assets/missing.js",
                "/../application.yml",
                "/%2e%2e/application.yml",
                "/assets/..%2f..%2fapplication.yml",
                "/application.yml",
                "/client-files.txt"
            })
    void servesNoFileThatIsNotTheClients(String path) {
        assertThat(visitor().get(path).status()).isEqualTo(404);
        assertThat(open(path).status()).isEqualTo(404);
    }

    /** A person reads there that the Lab is off, and how it is switched on. */
    @ParameterizedTest
    @ValueSource(strings = {"/lab", "/lab/", "/lab/doctor", "/lab?x=y"})
    void servesThePageAsNotFoundWhereTheLabIsOff(String path) {
        Person.Answer page = open(path);

        assertThat(page.status()).isEqualTo(404);
        assertThat(page.header("Content-Type")).isEqualTo("text/html; charset=utf-8");
        assertThat(page.body()).isEqualTo(open("/").body());
        assertThat(page.header("Content-Security-Policy"))
                .isEqualTo(open("/").header("Content-Security-Policy"));
        assertThat(page.header("Cross-Origin-Opener-Policy")).isEqualTo("same-origin");
        assertThat(page.header("Cache-Control")).isEqualTo("no-store");
        assertThat(page.headers("ETag")).isEmpty();
        assertThat(visitor().send("HEAD", path, null, "Accept", HTML).status()).isEqualTo(404);
        assertThat(visitor().get(path).problem()).isEqualTo("not-found");
    }

    @Test
    void letsBrowsersKeepWhatIsNamedByItsContent() {
        Person.Answer script = visitor().get(script());

        assertThat(script.status()).isEqualTo(200);
        assertThat(script.header("Content-Type")).isEqualTo("text/javascript; charset=utf-8");
        assertThat(script.header("Cache-Control")).isEqualTo("public, max-age=31536000, immutable");
        assertThat(script.header("Vary")).contains("Accept-Encoding").contains("Origin");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    gzip, deflate, br, zstd | br
                    gzip                    | gzip
                    br;q=0, gzip            | gzip
                    br;q=0.0, gzip;q=0      | ''
                    identity                | ''
                    """)
    void sendsTheBestEncodingThatTheBrowserReads(String accepted, String encoding) {
        Person.Answer script = visitor().get(script(), "Accept-Encoding", accepted);

        assertThat(script.header("Content-Encoding")).isEqualTo(encoding);
    }

    @Test
    void answersNotModifiedForTheSameEncoding() {
        String etag = visitor().get("/", "Accept", HTML, "Accept-Encoding", "gzip").header("ETag");

        Person.Answer same =
                visitor()
                        .get("/", "Accept", HTML, "Accept-Encoding", "gzip", "If-None-Match", etag);
        Person.Answer other =
                visitor().get("/", "Accept", HTML, "Accept-Encoding", "br", "If-None-Match", etag);

        assertThat(same.status()).isEqualTo(304);
        assertThat(same.header("ETag")).isEqualTo(etag);
        assertThat(other.status()).isEqualTo(200);
    }

    @Test
    void tellsTheClientThatTheApiIsOnItsOwnOrigin() {
        Person.Answer config = visitor().get("/config.json");

        assertThat(config.body().replaceAll("\\s", "")).isEqualTo("{\"apiUrl\":\"\"}");
        assertThat(config.header("Cache-Control")).isEqualTo("no-cache");
    }

    private Person.Answer open(String path) {
        return visitor().get(path, "Accept", HTML);
    }

    private String script() {
        Matcher script = Pattern.compile("/assets/[\\w.-]+\\.js").matcher(open("/").body());
        assertThat(script.find()).isTrue();
        return script.group();
    }
}

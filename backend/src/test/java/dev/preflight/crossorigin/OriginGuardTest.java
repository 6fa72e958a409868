package dev.preflight.crossorigin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.preflight.testing.Person;
import dev.preflight.testing.ServerTest;

import io.micronaut.test.extensions.junit5.annotation.MicronautTest;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

@MicronautTest(transactional = false)
class OriginGuardTest extends ServerTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://localhost:5174",
                "http://127.0.0.1:5173",
                "https://localhost:5173",
                "http://localhost:5173/",
                "http://LOCALHOST:5173",
                "http://evil.localhost:5173"
            })
    void stopsARequestOfAForeignOriginBeforeItRuns(String origin) {
        Person member = member();
        String post = "/api/posts/" + member.publishes("Mine", "Text");

        assertThat(member.delete(post, "Origin", origin).status()).isEqualTo(403);
        assertThat(
                        member.send("POST", "/api/authentication/log-out", null, "Origin", origin)
                                .status())
                .isEqualTo(403);

        assertThat(visitor().get(post).status()).isEqualTo(200);
        assertThat(member.get("/api/authentication").status()).isEqualTo(200);
    }

    @Test
    void letsOurOwnOriginAndTheClientsWrite() {
        Person member = member();

        assertThat(delete(member, "Origin: http://localhost:8080")).startsWith("HTTP/1.1 404");
        assertThat(delete(member, "Origin: http://localhost:5173")).startsWith("HTTP/1.1 404");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    Sec-Fetch-Site: same-origin | 404
                    Sec-Fetch-Site: none        | 404
                    Sec-Fetch-Site: same-site   | 403
                    Sec-Fetch-Site: cross-site  | 403
                    X-Nothing: at all           | 403
                    """)
    void judgesARequestWithoutOriginByItsFetchMetadata(String header, int status) {
        assertThat(delete(member(), header)).startsWith("HTTP/1.1 " + status);
    }

    @Test
    void refusesTwoOrigins() {
        assertThat(
                        delete(
                                member(),
                                "Origin: http://localhost:5173\r\nOrigin: http://localhost:5173"))
                .startsWith("HTTP/1.1 403");
    }

    @Test
    void tellsACurlUserWhichHeaderIsMissing() {
        assertThat(delete(member(), "Accept: */*"))
                .contains("add the header Origin: http://localhost:8080");
    }

    @Test
    void answersOnlyToThisMachinesNames() {
        assertThat(send("GET /api/posts HTTP/1.1\r\nHost: evil.example\r\n"))
                .startsWith("HTTP/1.1 421")
                .contains("urn:preflight:problem:misdirected");
        assertThat(send("GET /api/posts HTTP/1.1\r\nHost: 127.0.0.1.evil.example\r\n"))
                .startsWith("HTTP/1.1 421");
        assertThat(send("GET /api/posts HTTP/1.1\r\nHost: [::1]:8080\r\n"))
                .startsWith("HTTP/1.1 200");
        assertThat(send("GET /api/posts HTTP/1.1\r\nHost: api.preflight.localhost:8080\r\n"))
                .startsWith("HTTP/1.1 200");
    }

    private String delete(Person member, String header) {
        return send(
                "DELETE /api/posts/00000000-0000-0000-0000-000000000000 HTTP/1.1\r\n"
                        + "Host: localhost\r\nCookie: preflight="
                        + member.cookie("preflight")
                        + "\r\n"
                        + header
                        + "\r\n");
    }

    /** Over a bare socket, where nothing adds or mends a header. */
    private String send(String head) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.getPort())) {
            socket.getOutputStream()
                    .write((head + "Connection: close\r\n\r\n").getBytes(StandardCharsets.UTF_8));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}

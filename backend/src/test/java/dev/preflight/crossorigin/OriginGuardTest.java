package dev.preflight.crossorigin;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;

import dev.preflight.testing.Person;
import dev.preflight.testing.ServerTest;

import io.micronaut.test.extensions.junit5.annotation.MicronautTest;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

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

    @ParameterizedTest
    @ValueSource(
            strings = {
                "evil.example#.localhost",
                "evil.example/.localhost",
                "evil.example?.localhost",
                "me@evil.example/.localhost",
                "evil.example\\.localhost",
                "evil_example.localhost",
                "-.localhost",
                ".localhost",
                "a..localhost",
                "me@localhost",
                "localhost:x",
                "localhost:80:80",
                "localhost, evil.example",
                "[::1]evil.example",
                "127.0.0.1\r\nHost: evil.example",
                "127.0.0.1\r\nHost: 127.0.0.1"
            })
    void takesNothingForThisMachinesNameThatOthersReadOtherwise(String host) {
        assertThat(send("GET /api/posts HTTP/1.1\r\nHost: " + host + "\r\n"))
                .matches("(?s)HTTP/1.1 (400|421) .*");
    }

    @Test
    void answersToNoNameThatIsLongerThanANameCanBe() {
        String host = "a.".repeat(2000) + "localhost";

        assertThat(send("GET /api/posts HTTP/1.1\r\nHost: " + host + "\r\n"))
                .startsWith("HTTP/1.1 421");
    }

    @Test
    void answersToNoTargetThatNamesAnotherMachineThanHost() {
        assertThat(send("GET http://evil.example/api/posts HTTP/1.1\r\nHost: localhost\r\n"))
                .startsWith("HTTP/1.1 421");
        assertThat(send("GET http://localhost@evil.example/ HTTP/1.1\r\nHost: localhost\r\n"))
                .startsWith("HTTP/1.1 421");
        assertThat(send("GET http://localhost/api/posts HTTP/1.1\r\nHost: localhost\r\n"))
                .startsWith("HTTP/1.1 200");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    Origin: https://evil.example                             | foreign-origin
                    Origin: null                                             | foreign-origin
                    Origin: http://localhost:5173 & Sec-Fetch-Site: same-origin | contradiction
                    Origin: http://localhost:5173 & Origin: null            | several-origins
                    Sec-Fetch-Site: cross-site                               | foreign-fetch-site
                    Accept: */*                                              | unknown-source
                    """)
    void namesTheRuleThatRefused(String headers, String rule) {
        assertThat(delete(member(), headers.replace(" & ", "\r\n")))
                .startsWith("HTTP/1.1 403")
                .contains("urn:preflight:problem:foreign-origin", "(Rule: " + rule + ".)");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Content-Type: text/plain & Content-Length: 2 & & {}",
                "Content-Type: application/x-www-form-urlencoded & Content-Length: 2 & & {}",
                "Content-Type: text/plain & Transfer-Encoding: chunked & & 2 & {} & 0 & & ",
                "Content-Length: 2 & & {}",
                "Content-Type: application/json & Content-Type: text/plain & Content-Length: 2 & &"
                        + " {}"
            })
    void refusesABodyThatIsNotJsonSoThatTheClientCanReadWhatToSend(String rest) {
        String answer =
                sendWithBody(
                        onTheWire(
                                """
                                POST /api/authentication/log-in HTTP/1.1
                                Host: localhost
                                Origin: http://localhost:5173
                                Connection: close
                                %s\
                                """
                                        .formatted(rest.replaceAll(" ?& ?", "\n"))));

        assertThat(answer)
                .startsWith("HTTP/1.1 415")
                .containsIgnoringCase("Access-Control-Allow-Origin: http://localhost:5173\r\n")
                .contains("Content-Type: application/json", "(Rule: not-json.)");
    }

    @Test
    void refusesAWebSocketOfAForeignOrigin() {
        String handshake =
                """
                GET /api/posts HTTP/1.1
                Host: localhost
                Upgrade: WebSocket
                Sec-WebSocket-Version: 13
                Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==
                Origin: %s
                """;

        assertThat(send(onTheWire(handshake.formatted("https://evil.example"))))
                .startsWith("HTTP/1.1 403");
        assertThat(send(onTheWire(handshake.formatted("http://localhost:5173"))))
                .doesNotStartWith("HTTP/1.1 101")
                .doesNotStartWith("HTTP/1.1 403");
    }

    @ParameterizedTest
    @ValueSource(strings = {"TRACE", "TRACK", "CONNECT", "PURGE"})
    void runsNoMethodThatItDoesNotKnow(String method) {
        String line = method.equals("CONNECT") ? "localhost:80" : "/api/posts";
        String answer =
                send(
                        method
                                + " "
                                + line
                                + " HTTP/1.1\r\nHost: localhost\r\nCookie: preflight=secret\r\n"
                                + "Origin: http://localhost:8080\r\n");

        assertThat(answer).containsPattern("^HTTP/1.1 (400|403|404|405|421|501) ");
        assertThat(answer).doesNotContain("secret");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"X-HTTP-Method-Override", "X-HTTP-Method", "X-Method-Override", "_method"})
    void honoursNoOverrideOfTheMethod(String header) {
        Person member = member();
        String path = "/api/posts/" + member.publishes("Mine", "Text");

        member.post(path, "{}", header, "DELETE");
        member.get(path + "?_method=DELETE", header, "DELETE");

        assertThat(visitor().get(path).status()).isEqualTo(200);
    }

    @Test
    void asksWhereARequestComesFromThatCarriesARefreshTokenAlone() {
        assertThat(
                        send(
                                onTheWire(
                                        """
                                        POST /api/authentication/refresh HTTP/1.1
                                        Host: localhost
                                        Content-Length: 0
                                        Cookie: preflight-refresh=x
                                        """)))
                .startsWith("HTTP/1.1 403")
                .contains("(Rule: unknown-source.)");
    }

    @Test
    void logsARefusalOnceWithoutSecretsInOneLine() {
        Logger logger = (Logger) LoggerFactory.getLogger(OriginGuard.class);
        ListAppender<ILoggingEvent> lines = new ListAppender<>();
        Level level = logger.getLevel();
        lines.start();
        logger.addAppender(lines);
        logger.setAdditive(false);
        logger.setLevel(Level.INFO);
        try {
            send(
                    onTheWire(
                            """
                            DELETE /api/posts/x%0d%0aforged HTTP/1.1
                            Host: localhost
                            Cookie: preflight=a.secret.token; preflight-refresh=secret
                            Origin: https://<RTL>evil.example<LS>forged
                            """
                                    .replace("<RTL>", "\u202e")
                                    .replace("<LS>", "\u2028")));
        } finally {
            logger.setLevel(level);
            logger.setAdditive(true);
            logger.detachAppender(lines);
        }

        assertThat(lines.list)
                .singleElement()
                .extracting(ILoggingEvent::getFormattedMessage)
                .asString()
                .contains("DELETE /api/posts/x", "foreign-origin", "evil.example")
                .doesNotContain("secret")
                .matches("[ -~]+");
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

    private static String onTheWire(String lines) {
        return lines.replace("\n", "\r\n");
    }

    /** Over a bare socket, where nothing adds or mends a header. */
    private String send(String head) {
        return sendWithBody(head + "Connection: close\r\n\r\n");
    }

    private String sendWithBody(String request) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.getPort())) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}

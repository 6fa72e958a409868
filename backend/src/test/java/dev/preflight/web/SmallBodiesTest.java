package dev.preflight.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.preflight.testing.Person;
import dev.preflight.testing.ServerTest;

import io.micronaut.test.extensions.junit5.annotation.MicronautTest;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

@MicronautTest(transactional = false)
class SmallBodiesTest extends ServerTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/authentication/log-in",
                "/api/authentication/register",
                "/api/account/password/reset",
                "/api/account/password"
            })
    void refusesALargeBodyBeforeItHasArrived(String path) throws IOException {
        String answer = answerToHead("POST " + path, "Content-Length: 16001");

        assertThat(answer)
                .startsWith("HTTP/1.1 413 ")
                .contains("urn:preflight:problem:too-large")
                .containsIgnoringCase("access-control-allow-origin: " + Person.CLIENT_ORIGIN);
    }

    @Test
    void refusesABodyOfUnknownLength() throws IOException {
        String answer =
                answerToHead("POST /api/authentication/log-in", "Transfer-Encoding: chunked");

        assertThat(answer)
                .startsWith("HTTP/1.1 411 ")
                .contains("urn:preflight:problem:length-required")
                .containsIgnoringCase("access-control-allow-origin: " + Person.CLIENT_ORIGIN);
    }

    @Test
    void takesABodyThatIsSmallEnough() {
        String password = "a".repeat(15_900);

        assertThat(
                        visitor()
                                .post(
                                        "/api/authentication/log-in",
                                        "{\"email\": \"a@example.com\", \"password\": \"%s\"}"
                                                .formatted(password))
                                .status())
                .isBetween(400, 401);
    }

    /** What comes back when only the beginning of a body was sent. */
    private String answerToHead(String line, String length) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.getPort())) {
            socket.setSoTimeout(5_000);
            String head =
                    """
                    %s HTTP/1.1
                    Host: localhost:%d
                    Origin: %s
                    Content-Type: application/json
                    Connection: close
                    %s

                    """
                            .formatted(line, server.getPort(), Person.CLIENT_ORIGIN, length)
                            .replace("\n", "\r\n");
            socket.getOutputStream().write((head + "10\r\n{").getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}

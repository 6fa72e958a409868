package dev.preflight.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.preflight.testing.PublicServer;
import dev.preflight.testing.ServerTest;

import io.micronaut.test.extensions.junit5.annotation.MicronautTest;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** A public server shows its metrics on its own machine, and not to whom its proxy speaks for. */
@MicronautTest(transactional = false)
class PublicMetricsTest extends ServerTest {

    @Override
    protected Map<String, String> configuration() {
        return PublicServer.settings();
    }

    @Test
    void showsItsMetricsToAProgramOnItsMachine() {
        assertThat(send("GET /metrics HTTP/1.1\r\nHost: localhost:8080\r\n"))
                .startsWith("HTTP/1.1 200")
                .contains("jvm_memory_used_bytes");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /metrics HTTP/1.1\r\nHost: api.example.com",
                "GET /metrics HTTP/1.1\r\nHost: localhost\r\nHost: localhost",
                "GET /metrics HTTP/1.0\r\nAccept: */*",
                "GET http://api.example.com/metrics HTTP/1.1\r\nHost: localhost",
                "GET /metrics HTTP/1.1\r\nHost: localhost\r\nx-real-ip: 203.0.113.7",
                "GET /metrics HTTP/1.1\r\nHost: localhost\r\nX-Forwarded-Host: api.example.com",
                "GET /metrics HTTP/1.1\r\nHost: localhost\r\nX-Forwarded-Proto: https",
                "GET /metrics HTTP/1.1\r\nHost: localhost\r\nForwarded: for=203.0.113.7",
                "GET /metrics HTTP/1.1\r\nHost: localhost\r\nVia: 1.1 proxy"
            })
    void showsThemToNobodyBehindAProxyWhateverThatAdds(String head) {
        assertThat(send(head + "\r\n"))
                .matches("(?s)HTTP/1\\.[01] 40[04] .*")
                .doesNotContain("jvm_memory_used_bytes");
    }

    /** Over a bare socket, where nothing adds or mends a header. */
    private String send(String head) {
        try (Socket socket = new Socket(InetAddress.ofLiteral("127.0.0.1"), server.getPort())) {
            socket.getOutputStream()
                    .write((head + "Connection: close\r\n\r\n").getBytes(StandardCharsets.UTF_8));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}

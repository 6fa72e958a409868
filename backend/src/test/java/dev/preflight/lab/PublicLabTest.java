package dev.preflight.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.preflight.testing.Json;
import dev.preflight.testing.PublicServer;
import dev.preflight.testing.Wire;

import io.micronaut.test.extensions.junit5.annotation.MicronautTest;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.Map;

/** A public server's Lab has what is for everybody, and nothing that is for its own machine. */
@MicronautTest(transactional = false)
class PublicLabTest extends LabTest {

    private final int port = freePort();

    @Override
    protected Map<String, String> configuration() {
        Map<String, String> configuration = super.configuration();
        configuration.putAll(PublicServer.settings());
        configuration.put("preflight.lab.initiator-port", Integer.toString(port));
        return configuration;
    }

    @Test
    void hasNoInitiators() {
        assertThat(Json.object(visitor().get("/api/lab", "Origin", "").body()))
                .isEqualTo(Map.of("initiators", List.of(), "doctor", false));
    }

    @Test
    void opensNoPortForThem() {
        assertThatExceptionOfType(ConnectException.class)
                .isThrownBy(() -> new Socket(InetAddress.ofLiteral("127.0.0.1"), port).close());
    }

    @Test
    void letsItsPageCallAnyServerAndFrameNone() {
        Wire.Answer page = send("GET", "/lab", "Accept", "text/html");

        assertThat(page.all("content-security-policy"))
                .singleElement()
                .asString()
                .contains(
                        "; connect-src 'self' http: https:; frame-src 'self'; img-src ",
                        "frame-ancestors 'none'");
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}

package dev.preflight.lab.initiators;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.preflight.testing.Wire;
import dev.preflight.web.proxies.Loopback;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

@Timeout(60)
class PageServerTest {

    private static final InitiatorPage PAGE =
            InitiatorPage.of("http://localhost:8080", List.of("http://localhost:5173"));

    @Test
    void answersWhileOthersAreSlow() throws Exception {
        List<Socket> slow = new ArrayList<>();
        try (PageServer server = PageServer.start(0, PAGE)) {
            for (int i = 0; i < 90; i++) {
                Socket socket = new Socket(InetAddress.ofLiteral("127.0.0.1"), server.port());
                // Some say nothing, others never come to an end.
                if (i % 2 == 0) {
                    socket.getOutputStream()
                            .write(
                                    "GET / HTTP/1.1\r\nHost: local"
                                            .getBytes(StandardCharsets.US_ASCII));
                }
                slow.add(socket);
            }

            assertThat(get(server).status()).isEqualTo(200);
        } finally {
            for (Socket socket : slow) {
                socket.close();
            }
        }
    }

    /** Browsers send the cookies of all that runs on localhost, whatever its port. */
    @Test
    void readsAHeadWithManyCookies() throws Exception {
        try (PageServer server = PageServer.start(0, PAGE)) {
            assertThat(get(server, new Wire.Header("Cookie", "x".repeat(60_000))).status())
                    .isEqualTo(200);
        }
    }

    @Test
    void tellsThatThePortIsTakenOnEitherAddress() throws Exception {
        for (InetAddress address : Loopback.addresses()) {
            try (ServerSocket other = new ServerSocket(0, 1, address)) {
                assertThatExceptionOfType(BindException.class)
                        .isThrownBy(() -> PageServer.start(other.getLocalPort(), PAGE));
            }
        }
    }

    @Test
    void leavesThePortFreeWhenItIsClosed() throws Exception {
        // Below the ports that the system hands out to whoever asks next (RFC 6056 §3.2; from 32768
        // on Linux), so that nobody else has it in between.
        int port = 20_000;
        while (isTaken(port)) {
            port++;
        }
        PageServer.start(port, PAGE).close();

        try (PageServer again = PageServer.start(port, PAGE)) {
            assertThat(get(again).status()).isEqualTo(200);
        }
    }

    private static boolean isTaken(int port) throws IOException {
        for (InetAddress address : Loopback.addresses()) {
            try (ServerSocket free = new ServerSocket(port, 1, address)) {
                assertThat(free.isBound()).isTrue();
            } catch (BindException taken) {
                return true;
            }
        }
        return false;
    }

    private static Wire.Answer get(PageServer server, Wire.Header... headers) {
        return new Wire(server.port()).send(new Wire.Request("GET", "/", List.of(headers), ""));
    }
}

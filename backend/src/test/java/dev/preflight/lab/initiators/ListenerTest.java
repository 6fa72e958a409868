package dev.preflight.lab.initiators;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.preflight.testing.Wire;
import dev.preflight.web.proxies.Loopback;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

@Timeout(60)
class ListenerTest {

    private static final InetAddress IPV4 = InetAddress.ofLiteral("127.0.0.1");

    private static final InitiatorPage PAGE =
            InitiatorPage.of("http://localhost:8080", List.of("http://localhost:5173"));

    private static final Duration LONG = Duration.ofSeconds(60);

    @Test
    void waitsForAHeadOnlyShortlyAndForTheRestLonger() throws Exception {
        try (Listener listener = Listener.open(0, PAGE, Duration.ofSeconds(1), LONG);
                Socket speaking = new Socket(IPV4, listener.port());
                Socket silent = new Socket(IPV4, listener.port())) {
            write(speaking, "POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 2\r\n\r\nx");

            assertThat(ends(silent)).isTrue();
            // It came a moment earlier.
            try (Socket later = new Socket(IPV4, listener.port())) {
                assertThat(ends(later)).isTrue();
            }
            write(speaking, "y");
            assertThat(new String(speaking.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                    .startsWith("HTTP/1.1 405");
        }
    }

    @Test
    void letsWhoeverIsSlowWaitAloneAndNotForLong() throws Exception {
        Duration patience = Duration.ofSeconds(3);
        List<Socket> slow = new ArrayList<>();
        try (Listener listener = open(patience)) {
            long start = System.nanoTime();
            for (int i = 0; i < 90; i++) {
                Socket socket = new Socket(IPV4, listener.port());
                // Some say nothing, others never come to an end.
                if (i % 2 == 0) {
                    write(socket, "GET / HTTP/1.1\r\nHost: local");
                }
                slow.add(socket);
            }

            long asked = System.nanoTime();
            assertThat(get(listener).status()).isEqualTo(200);
            assertThat(millisSince(asked)).isLessThan(patience.toMillis());

            for (Socket socket : slow) {
                assertThat(ends(socket)).isTrue();
            }
            assertThat(millisSince(start)).isLessThan(patience.toMillis() * 5);
        } finally {
            for (Socket socket : slow) {
                socket.close();
            }
        }
    }

    /** Whoever writes a little again and again is waited for no longer than whoever is silent. */
    @Test
    void isNotHeldByADripOfHeaders() throws Exception {
        try (Listener listener = Listener.open(0, PAGE, Duration.ofSeconds(1), LONG);
                Socket socket = new Socket(IPV4, listener.port())) {
            long start = System.nanoTime();
            write(socket, "GET / HTTP/1.1\r\n");
            socket.setSoTimeout(50);
            int drops = 0;
            while (isWaiting(socket)) {
                write(socket, "X: y\r\n");
                drops++;
            }

            assertThat(drops).isGreaterThan(5);
            assertThat(millisSince(start)).isBetween(900L, 20_000L);
        }
    }

    @Test
    void takesNoMoreConnectionsThanItHasRoomFor() throws Exception {
        List<Socket> held = new ArrayList<>();
        try (Listener listener = open(Duration.ofSeconds(30))) {
            for (int i = 0; i < 100; i++) {
                held.add(new Socket(IPV4, listener.port()));
            }
            try (Socket further = new Socket(IPV4, listener.port())) {
                assertThat(ends(further)).isTrue();
            }

            for (Socket socket : held) {
                socket.close();
            }
            assertThat(soonAnswers(listener)).isTrue();
        }
    }

    @Test
    void readsNoMoreThanARequestOfABrowserHas() throws Exception {
        try (Listener listener = open(Duration.ofSeconds(10))) {
            assertThat(
                            answer(
                                    listener,
                                    "GET /"
                                            + "x".repeat(2000)
                                            + " HTTP/1.1\r\nHost: localhost\r\n\r\n"))
                    .startsWith("HTTP/1.1 400");
            assertThat(
                            answer(
                                    listener,
                                    "GET / HTTP/1.1\r\nHost: localhost\r\nCookie: "
                                            + "x".repeat(60_000)
                                            + "\r\n\r\n"))
                    .startsWith("HTTP/1.1 200");
            assertThat(
                            answer(
                                    listener,
                                    "GET / HTTP/1.1\r\nHost: localhost\r\nCookie: "
                                            + "x".repeat(70_000)
                                            + "\r\n\r\n"))
                    .startsWith("HTTP/1.1 400");
            assertThat(
                            answer(
                                    listener,
                                    "POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length:"
                                            + " 1000000\r\n\r\n"))
                    .startsWith("HTTP/1.1 413");
            assertThat(answer(listener, "nonsense\r\n\r\n")).startsWith("HTTP/1.1 400");
            assertThat(answer(listener, "\u0016\u0003\u0001 TLS\r\n\r\n"))
                    .startsWith("HTTP/1.1 400");
        }
    }

    @Test
    void tellsThatThePortIsTakenOnEitherAddress() throws Exception {
        for (InetAddress address : Loopback.addresses()) {
            try (ServerSocket other = new ServerSocket(0, 1, address)) {
                assertThatExceptionOfType(BindException.class)
                        .isThrownBy(() -> Listener.open(other.getLocalPort(), PAGE, LONG, LONG));
            }
        }
    }

    @Test
    void leavesThePortFreeWhenItIsClosed() throws Exception {
        // Below the ports that the system hands out to whoever asks next (RFC 6056 §3.2; Linux:
        // from
        // 32768), so that nobody else has it in between.
        int port = 20_000;
        while (isTaken(port)) {
            port++;
        }
        Listener.open(port, PAGE, LONG, LONG).close();

        try (Listener again = Listener.open(port, PAGE, LONG, LONG)) {
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

    private static Listener open(Duration patience) throws BindException {
        return Listener.open(0, PAGE, patience, patience);
    }

    private static Wire.Answer get(Listener listener) {
        return new Wire(listener.port()).send(new Wire.Request("GET", "/", List.of(), ""));
    }

    private static boolean soonAnswers(Listener listener) {
        long start = System.nanoTime();
        while (millisSince(start) < 20_000) {
            try {
                return get(listener).status() == 200;
            } catch (IllegalStateException | UncheckedIOException stillFull) {
                Thread.onSpinWait();
            }
        }
        return false;
    }

    private static String answer(Listener listener, String request) throws IOException {
        try (Socket socket = new Socket(IPV4, listener.port())) {
            write(socket, request);
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static void write(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    /** Whether nothing comes, not even an end, for as long as the socket waits. */
    private static boolean isWaiting(Socket socket) {
        try {
            assertThat(socket.getInputStream().read()).isNegative();
            return false;
        } catch (SocketTimeoutException silence) {
            return true;
        } catch (IOException reset) {
            return false;
        }
    }

    /** Whether the listener ends a connection without an answer. */
    private static boolean ends(Socket socket) {
        try {
            socket.setSoTimeout(30_000);
            return socket.getInputStream().read() < 0;
        } catch (SocketTimeoutException held) {
            return false;
        } catch (IOException reset) {
            return true;
        }
    }

    private static long millisSince(long nanos) {
        return Duration.ofNanos(System.nanoTime() - nanos).toMillis();
    }
}

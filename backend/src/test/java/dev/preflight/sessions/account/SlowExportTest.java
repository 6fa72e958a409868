package dev.preflight.sessions.account;

import static org.assertj.core.api.Assertions.assertThat;

import dev.preflight.testing.Person;
import dev.preflight.testing.ServerTest;

import io.micronaut.test.extensions.junit5.annotation.MicronautTest;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/** Exports whose readers take their time, or all of it. */
@Tag("database")
@MicronautTest(transactional = false)
class SlowExportTest extends ServerTest {

    /** More than the sockets of both sides hold. */
    private static final int POSTS = 40;

    private static final Duration PATIENCE = Duration.ofSeconds(40);

    @Override
    protected Map<String, String> configuration() {
        return Map.of("micronaut.server.idle-timeout", "8s");
    }

    @Test
    void givesAnAccountOneExportAtATime() throws IOException {
        Person member = memberWithManyPosts();

        try (Socket reader = exporting(member)) {
            assertThat(reader.getInputStream().read()).isEqualTo('H');

            Person.Answer refusal = member.get("/api/account/export");

            assertThat(refusal.status()).isEqualTo(429);
            assertThat(refusal.problem()).isEqualTo("too-many-attempts");
            assertThat(refusal.header("Retry-After")).isEqualTo("10");
        }

        waitUntilExportsAgain(member);
        assertThat(member.get("/api/account/export").status()).isEqualTo(200);
    }

    @Test
    void givesUpOnWhoNeverReads() throws IOException {
        Person member = memberWithManyPosts();

        try (Socket reader = exporting(member)) {
            assertThat(reader.getInputStream().read()).isEqualTo('H');
            assertThat(member.get("/api/account/export").status()).isEqualTo(429);

            waitUntilExportsAgain(member);
        }
    }

    private static void waitUntilExportsAgain(Person member) {
        Instant patience = Instant.now().plus(PATIENCE);
        while (member.get("/api/account/export").status() != 200) {
            assertThat(Instant.now()).isBefore(patience);
        }
    }

    private Person memberWithManyPosts() {
        Person member = member();
        for (int i = 0; i < POSTS; i++) {
            member.publishes("Post " + i, "漢".repeat(99_000));
        }
        return member;
    }

    private Socket exporting(Person member) throws IOException {
        Socket socket = new Socket();
        socket.setReceiveBufferSize(4_096);
        socket.setSoTimeout(20_000);
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), server.getPort()));
        String request =
                """
                GET /api/account/export HTTP/1.1
                Host: localhost:%d
                Cookie: preflight=%s

                """
                        .formatted(server.getPort(), member.cookie("preflight"))
                        .replace("\n", "\r\n");
        socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
        return socket;
    }
}

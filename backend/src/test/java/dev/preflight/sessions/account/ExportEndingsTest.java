package dev.preflight.sessions.account;

import static org.assertj.core.api.Assertions.assertThat;

import dev.preflight.testing.Json;
import dev.preflight.testing.Person;
import dev.preflight.testing.ServerTest;
import dev.preflight.testing.TurnableClock;

import io.micronaut.test.extensions.junit5.annotation.MicronautTest;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/** Exports that end otherwise than with their last piece, or never begin. */
@Tag("database")
@MicronautTest(transactional = false)
class ExportEndingsTest extends ServerTest {

    private static final String EXPORT = "/api/account/export";

    /** More than the sockets of both sides hold. */
    private static final int POSTS = 40;

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @TempDir static Path temporary;

    @Inject TurnableClock clock;

    @Override
    protected Map<String, String> configuration() {
        return Map.of("preflight.data-directory", data().toString());
    }

    private static Path data() {
        return temporary.resolve("data");
    }

    @Test
    void givesAnAccountOneExportAtATime() throws IOException {
        Person member = memberWithManyPosts();

        try (Socket reader = exporting(member)) {
            assertThat(reader.getInputStream().read()).isEqualTo('H');

            Person.Answer refusal = member.get(EXPORT);

            assertThat(refusal.status()).isEqualTo(429);
            assertThat(refusal.problem()).isEqualTo("too-many-attempts");
            assertThat(refusal.header("Retry-After")).isEqualTo("10");
        }

        assertThat(Json.texts(nextExport(member), "posts", "title")).hasSize(POSTS);
    }

    @Test
    void endsAnExportThatTakesTooLongForTheNextOne() throws IOException {
        Person member = memberWithManyPosts();

        try (Socket reader = exporting(member)) {
            assertThat(reader.getInputStream().read()).isEqualTo('H');
            clock.forward(Duration.ofMinutes(6));

            assertThat(member.get(EXPORT).status()).isEqualTo(200);
        }
    }

    @Test
    void forgetsWhoHasGoneBeforeTheAnswer() throws IOException {
        Person member = memberWithManyPosts();

        for (int i = 0; i < 3; i++) {
            try (Socket gone = exporting(member)) {
                gone.setSoLinger(true, 0);
            }
            nextExport(member);
        }
    }

    @Test
    void beginsNoExportForWhoAsksOnlyAboutIt() {
        Person member = member();

        Person.Answer answer = member.send("HEAD", EXPORT, null);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).isEqualTo("application/json");
        assertThat(answer.header("Content-Disposition"))
                .isEqualTo("attachment; filename=\"preflight-export.json\"");
        assertThat(member.get(EXPORT).status()).isEqualTo(200);
    }

    @Test
    void saysWhenThereIsNoRoomForTheFile() throws IOException {
        Person member = member();
        Path aside = Files.move(data(), temporary.resolve("aside"));
        Files.createFile(data());

        Person.Answer refusal = member.get(EXPORT);

        assertThat(refusal.status()).isEqualTo(503);
        assertThat(refusal.problem()).isEqualTo("export-not-written");
        Files.delete(data());
        Files.move(aside, data());
        assertThat(member.get(EXPORT).status()).isEqualTo(200);
    }

    private Person memberWithManyPosts() {
        Person member = member();
        for (int i = 0; i < POSTS; i++) {
            member.publishes("Post " + i, "漢".repeat(99_000));
        }
        return member;
    }

    /** What the member gets as soon as the export before is over. */
    private static String nextExport(Person member) {
        Person.Answer answer = member.get(EXPORT);
        for (Instant begun = Instant.now(); answer.status() != 200; answer = member.get(EXPORT)) {
            assertThat(Instant.now()).isBefore(begun.plus(PATIENCE));
        }
        return answer.body();
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

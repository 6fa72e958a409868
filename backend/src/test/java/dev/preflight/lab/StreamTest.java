package dev.preflight.lab;

import static org.assertj.core.api.Assertions.assertThat;

import dev.preflight.testing.Json;
import dev.preflight.testing.Person;
import dev.preflight.testing.TurnableClock;

import io.micronaut.test.extensions.junit5.annotation.MicronautTest;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

@MicronautTest(transactional = false)
class StreamTest extends LabTest {

    private static final String HEARTBEAT = ": still here";

    @Inject TurnableClock clock;

    @Override
    protected Map<String, String> configuration() {
        Map<String, String> configuration = super.configuration();
        configuration.put("preflight.lab.heartbeat", "100ms");
        // So that a test can come from many addresses.
        configuration.put("preflight.web.proxies.trusted", "127.0.0.1");
        return configuration;
    }

    @BeforeEach
    void letAllRunsEnd() {
        clock.forward(Duration.ofMinutes(10));
    }

    @Test
    void tellsEachExchangeAsItHappens() {
        String id = started(OK);
        send("GET", "/runs/" + id);
        try (Stream stream = new Stream(id, "192.0.2.1")) {
            assertThat(stream.status()).isEqualTo(200);
            assertThat(stream.head())
                    .contains(
                            "content-type: text/event-stream",
                            "access-control-allow-origin: " + Person.CLIENT_ORIGIN,
                            "access-control-allow-credentials: true",
                            "vary: Origin",
                            "cache-control: no-store");
            assertThat(stream.event().id()).isEqualTo("1");

            send("PROPFIND", "/runs/" + id, "Origin", "https://evil.example");

            Stream.Message second = stream.event();
            assertThat(second.id()).isEqualTo("2");
            assertThat(second.name()).isEqualTo("exchange");
            assertThat(Json.object(second.data())).isEqualTo(newest(id));
        }
    }

    @Test
    void resumesAfterTheLastEvent() {
        String id = started(OK);
        for (int i = 0; i < 5; i++) {
            send("GET", "/runs/" + id);
        }
        try (Stream stream = new Stream(id, "192.0.2.1", "Last-Event-ID: 3")) {
            assertThat(stream.event().id()).isEqualTo("4");
            assertThat(stream.event().id()).isEqualTo("5");
            send("GET", "/runs/" + id);
            assertThat(stream.event().id()).isEqualTo("6");
        }
        try (Stream stream = new Stream(id, "192.0.2.1", "Last-Event-ID: nonsense")) {
            assertThat(stream.event().id()).isEqualTo("1");
        }
    }

    @Test
    void losesNothingWhileManyExchangesHappenAtOnce() {
        String id = started(OK);
        try (Stream stream = new Stream(id, "192.0.2.1")) {
            for (int i = 0; i < 8; i++) {
                Thread.startVirtualThread(() -> ask(id, 6));
            }
            for (int number = 1; number <= 48; number++) {
                assertThat(stream.event().id()).isEqualTo(Integer.toString(number));
            }
        }
    }

    @Test
    void showsThatItIsAliveByACommentAlone() {
        try (Stream stream = new Stream(started(OK), "192.0.2.1")) {
            List<String> lines = new ArrayList<>();
            while (lines.stream().filter(HEARTBEAT::equals).count() < 3) {
                lines.add(stream.line());
            }
            assertThat(lines).allMatch(line -> line.isEmpty() || line.startsWith(":"));
        }
    }

    @Test
    void endsWithTheRun() {
        try (Stream stream = new Stream(started(OK), "192.0.2.1")) {
            assertThat(stream.line()).startsWith(":");

            clock.forward(Duration.ofMinutes(10));

            assertThat(stream.endsWithoutFurtherEvents()).isTrue();
        }
    }

    @Test
    void hasRoomForFourStreamsOfAnAddress() {
        String id = started(OK);
        List<Stream> streams = new ArrayList<>();
        try {
            for (int i = 0; i < 4; i++) {
                streams.add(new Stream(id, "192.0.2.1"));
                assertThat(streams.getLast().status()).isEqualTo(200);
            }

            try (Stream refused = new Stream(id, "192.0.2.1")) {
                assertThat(refused.status()).isEqualTo(429);
                assertThat(refused.head())
                        .contains("retry-after: 10", "content-type: application/problem+json");
            }
            try (Stream elsewhere = new Stream(id, "192.0.2.2")) {
                assertThat(elsewhere.status()).isEqualTo(200);
            }
            streams.removeFirst().close();
            assertThat(soonHasRoom(id, "192.0.2.1")).isTrue();
        } finally {
            streams.forEach(Stream::close);
        }
    }

    @Test
    void hasRoomForSixteenStreamsOfANetworkHoweverManyAccountsItHas() {
        String id = started(OK);
        List<Stream> streams = new ArrayList<>();
        try {
            for (int account = 0; account < 4; account++) {
                String cookie = sessionCookie(member());
                for (int i = 0; i < 4; i++) {
                    streams.add(new Stream(id, "192.0.2.1", cookie));
                    assertThat(streams.getLast().status()).isEqualTo(200);
                }
            }

            try (Stream refused = new Stream(id, "192.0.2.1")) {
                assertThat(refused.status()).isEqualTo(429);
            }
            try (Stream refused = new Stream(id, "192.0.2.1", sessionCookie(member()))) {
                assertThat(refused.status()).isEqualTo(429);
            }
            try (Stream elsewhere = new Stream(id, "192.0.2.2")) {
                assertThat(elsewhere.status()).isEqualTo(200);
            }
        } finally {
            streams.forEach(Stream::close);
        }
    }

    @Test
    void hasRoomForTwoHundredStreamsInAll() {
        String id = started(OK);
        List<Stream> streams = new ArrayList<>();
        try {
            for (int i = 0; i < 200; i++) {
                streams.add(new Stream(id, "192.0.2." + i / 4));
                assertThat(streams.getLast().status()).isEqualTo(200);
            }
            try (Stream further = new Stream(id, "198.51.100.1")) {
                assertThat(further.status()).isEqualTo(429);
            }
            streams.forEach(Stream::close);
            assertThat(soonHasRoom(id, "198.51.100.1")).isTrue();
        } finally {
            streams.forEach(Stream::close);
        }
    }

    @Test
    void aQuestionForTheHeadTakesNoRoom() {
        String id = started(OK);
        for (int i = 0; i < 10; i++) {
            send("HEAD", "/api/lab/runs/" + id + "/events", "X-Forwarded-For", "192.0.2.1");
        }
        try (Stream stream = new Stream(id, "192.0.2.1")) {
            assertThat(stream.status()).isEqualTo(200);
        }
    }

    private static String sessionCookie(Person member) {
        return "Cookie: preflight=" + member.cookie("preflight");
    }

    private void ask(String id, int times) {
        for (int i = 0; i < times; i++) {
            send("GET", "/runs/" + id);
        }
    }

    /** The server notices at its next heartbeat that a reader is gone. */
    private boolean soonHasRoom(String id, String address) {
        long before = System.nanoTime();
        while (Duration.ofNanos(System.nanoTime() - before).toSeconds() < 20) {
            try (Stream stream = new Stream(id, address)) {
                if (stream.status() == 200) {
                    return true;
                }
            }
        }
        return false;
    }

    /** A browser's side of an event stream. */
    private final class Stream implements AutoCloseable {

        private final Socket socket;
        private final BufferedReader lines;
        private final List<String> head = new ArrayList<>();

        record Message(String id, String name, String data) {}

        Stream(String id, String address, String... headers) {
            try {
                socket = new Socket(InetAddress.ofLiteral("127.0.0.1"), server.getPort());
                socket.setSoTimeout(20_000);
                String request =
                        """
                        GET /api/lab/runs/%s/events HTTP/1.1
                        Host: localhost
                        Accept: text/event-stream
                        Origin: %s
                        X-Forwarded-For: %s
                        %s
                        """
                                .formatted(
                                        id,
                                        Person.CLIENT_ORIGIN,
                                        address,
                                        String.join("", headers)
                                                + (headers.length == 0 ? "" : "\n"));
                socket.getOutputStream()
                        .write(request.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8));
                lines =
                        new BufferedReader(
                                new InputStreamReader(
                                        socket.getInputStream(), StandardCharsets.UTF_8));
                String line = lines.readLine();
                while (line != null && !line.isEmpty()) {
                    head.add(line);
                    line = lines.readLine();
                }
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }

        int status() {
            return Integer.parseInt(head.getFirst().split(" ", 3)[1]);
        }

        /** The header lines, their names in lower case. */
        List<String> head() {
            return head.stream()
                    .filter(line -> line.contains(": "))
                    .map(
                            line -> {
                                String[] parts = line.split(": ", 2);
                                return parts[0].toLowerCase(Locale.ROOT) + ": " + parts[1];
                            })
                    .toList();
        }

        /** The next line, without what HTTP says about the length of chunks. */
        String line() {
            try {
                String line = lines.readLine();
                while (line != null && line.matches("[0-9a-f]+")) {
                    line = lines.readLine();
                }
                return line == null ? "the end" : line;
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }

        /** The next event that a browser would pass on. */
        Message event() {
            String id = "";
            String name = "";
            String data = "";
            while (true) {
                String line = line();
                if (line.startsWith("id: ")) {
                    id = line.substring(4);
                } else if (line.startsWith("event: ")) {
                    name = line.substring(7);
                } else if (line.startsWith("data: ")) {
                    data = line.substring(6);
                } else if (line.isEmpty() && !data.isEmpty()) {
                    return new Message(id, name, data);
                } else if (line.equals("the end")) {
                    throw new IllegalStateException("the stream has ended");
                }
            }
        }

        /** Reads to the last chunk, which is empty. */
        boolean endsWithoutFurtherEvents() {
            try {
                String line = lines.readLine();
                while (line != null && !line.equals("0")) {
                    if (line.startsWith("data:")) {
                        return false;
                    }
                    line = lines.readLine();
                }
                return line != null;
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }

        @Override
        public void close() {
            try {
                socket.close();
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }
    }
}

package dev.preflight.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.preflight.testing.Person;
import dev.preflight.testing.TestDatabase;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

@Tag("database")
class KillTest {

    private static final int WRITERS = 4;
    private static final int ENOUGH = 200;

    @TempDir Path data;

    @Test
    void losesNoPostThatWasAnsweredWhenItIsKilled() throws Exception {
        Map<String, String> environment = environment();
        Queue<String> answered = new ConcurrentLinkedQueue<>();
        CountDownLatch enough = new CountDownLatch(ENOUGH);
        try (ServerProcess server = ServerProcess.start(environment).ready();
                ExecutorService writers = Executors.newFixedThreadPool(WRITERS)) {
            for (int i = 0; i < WRITERS; i++) {
                Person author = Person.registeredAt(server.address());
                writers.execute(() -> publishUntilItFails(author, answered, enough));
            }
            enough.await();
            server.kill();
        }

        List<String> ids = List.copyOf(answered);
        assertThat(ids).hasSizeGreaterThanOrEqualTo(ENOUGH);
        try (ServerProcess server = ServerProcess.start(environment).ready()) {
            Person reader = Person.at(server.address());
            assertThat(ids)
                    .allSatisfy(
                            id ->
                                    assertThat(reader.get("/api/posts/" + id).status())
                                            .isEqualTo(200));
        }
    }

    private Map<String, String> environment() {
        Map<String, String> environment = new HashMap<>(TestDatabase.environment());
        environment.put("PREFLIGHT_DATA_DIRECTORY", data.toString());
        environment.put("PREFLIGHT_CLIENT_ORIGINS", Person.CLIENT_ORIGIN);
        return environment;
    }

    private static void publishUntilItFails(
            Person author, Queue<String> answered, CountDownLatch enough) {
        try {
            while (true) {
                answered.add(author.publishes("A post", "Text"));
                enough.countDown();
            }
        } catch (UncheckedIOException killed) {
            // What was not answered may be lost.
        }
    }
}

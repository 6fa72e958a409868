package dev.preflight.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.preflight.testing.Person;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** On the server's own database: what PostgreSQL keeps is not this server's doing. */
class KillTest {

    private static final int WRITERS = 4;
    private static final int ENOUGH = 200;

    @TempDir Path data;

    @Test
    void losesNoPostThatWasAnsweredWhenItIsKilled() throws Exception {
        Map<String, String> environment =
                Map.of(
                        "PREFLIGHT_DATA_DIRECTORY",
                        data.toString(),
                        "PREFLIGHT_CLIENT_ORIGINS",
                        Person.CLIENT_ORIGIN);
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
        assertThat(storedPosts()).containsAll(ids);
    }

    private Set<String> storedPosts() throws SQLException {
        Set<String> stored = new HashSet<>();
        try (Connection connection =
                        DriverManager.getConnection(
                                "jdbc:h2:file:" + data + "/preflight", "sa", "");
                Statement statement = connection.createStatement();
                ResultSet posts = statement.executeQuery("SELECT id FROM post")) {
            while (posts.next()) {
                stored.add(posts.getString(1));
            }
        }
        return stored;
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

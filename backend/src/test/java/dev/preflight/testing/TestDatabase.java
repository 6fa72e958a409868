package dev.preflight.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.UUID;

/**
 * A new, empty database of the kind that the build asks for: {@code
 * -Dpreflight.test.database=h2|postgresql}.
 */
public final class TestDatabase {

    private static final String KIND = System.getProperty("preflight.test.database", "h2");

    private static @Nullable EmbeddedPostgres postgres;

    private TestDatabase() {}

    /** The configuration that makes a server use a database of its own. */
    public static Map<String, String> create() {
        return switch (KIND) {
            case "h2" ->
                    Map.of("preflight.database-url", h2(Path.of("target", "test-data", name())));
            case "postgresql" -> postgresql();
            default -> throw new IllegalArgumentException("no such test database: " + KIND);
        };
    }

    /**
     * H2 would remember the result of a query that is asked again, which no test wants to measure.
     * It waits for no disk: {@code KillTest} has the server's own URL, which does.
     */
    private static String h2(Path file) {
        return "jdbc:h2:file:" + file.toAbsolutePath() + ";OPTIMIZE_REUSE_RESULTS=FALSE";
    }

    private static synchronized Map<String, String> postgresql() {
        try {
            if (postgres == null) {
                postgres = EmbeddedPostgres.start();
            }
            String name = name();
            try (Connection connection = postgres.getPostgresDatabase().getConnection();
                    Statement statement = connection.createStatement()) {
                statement.execute("CREATE DATABASE " + name);
            }
            return Map.of(
                    "preflight.database-url",
                    "jdbc:postgresql://localhost:" + postgres.getPort() + "/" + name,
                    "datasources.default.username",
                    "postgres",
                    "datasources.default.password",
                    "postgres");
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static String name() {
        return "test_" + UUID.randomUUID().toString().replace("-", "");
    }
}

package dev.preflight.testing;

import io.micronaut.data.connection.jdbc.advice.DelegatingDataSource;
import io.micronaut.runtime.server.EmbeddedServer;
import io.micronaut.test.support.TestPropertyProvider;

import jakarta.inject.Inject;

import org.junit.jupiter.api.TestInstance;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import javax.sql.DataSource;

/**
 * A test that speaks HTTP with a running server; the tag "database" has it run on each database.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class ServerTest implements TestPropertyProvider {

    @Inject protected EmbeddedServer server;

    @Inject DataSource database;

    @Override
    public Map<String, String> getProperties() {
        Map<String, String> properties = new HashMap<>(TestDatabase.create());
        properties.putAll(configuration());
        return properties;
    }

    /** What this test configures besides; nothing unless overridden. */
    protected Map<String, String> configuration() {
        return Map.of();
    }

    /** Someone at a browser, on the client's origin, not logged in. */
    protected Person visitor() {
        return new Person(server.getURI());
    }

    /** Someone at a browser who has just registered. */
    protected Person member() {
        return visitor().registered();
    }

    /** The number that a query answers, asked of the database behind the server's back. */
    protected long count(String query, String... parameters) {
        return Long.parseLong(texts(query, parameters).getFirst());
    }

    /** Changes the database behind the server's back. */
    protected void change(String statement, String... parameters) {
        try (Connection connection =
                        DelegatingDataSource.unwrapDataSource(database).getConnection();
                PreparedStatement prepared = connection.prepareStatement(statement)) {
            for (int i = 0; i < parameters.length; i++) {
                prepared.setString(i + 1, parameters[i]);
            }
            prepared.executeUpdate();
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** The first column of what a query answers, asked behind the server's back. */
    protected List<String> texts(String query, String... parameters) {
        try (Connection connection =
                        DelegatingDataSource.unwrapDataSource(database).getConnection();
                PreparedStatement statement = connection.prepareStatement(query)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setString(i + 1, parameters[i]);
            }
            List<String> texts = new ArrayList<>();
            try (ResultSet result = statement.executeQuery()) {
                while (result.next()) {
                    texts.add(result.getString(1));
                }
            }
            return texts;
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }
}

package dev.preflight.testing;

import io.micronaut.runtime.server.EmbeddedServer;
import io.micronaut.test.support.TestPropertyProvider;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;

import java.util.HashMap;
import java.util.Map;

/** A test that speaks HTTP with a running server; the build runs it once on each database. */
@Tag("database")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class ServerTest implements TestPropertyProvider {

    @Inject protected EmbeddedServer server;

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
}

package dev.preflight.crossorigin.cases;

import dev.preflight.testing.TestDatabase;
import dev.preflight.testing.Wire;

import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A server that is configured as a battery of cases asks. */
final class CaseServer implements AutoCloseable {

    private final EmbeddedServer server;

    private CaseServer(EmbeddedServer server) {
        this.server = server;
    }

    /** At home unless it is told otherwise, for these client origins, whatever their site. */
    static CaseServer forOrigins(List<String> origins, Map<String, ?> besides) {
        Map<String, Object> properties = new HashMap<>(TestDatabase.create());
        properties.putAll(besides);
        properties.put("preflight.crossorigin.cookie-same-site", "None");
        properties.put("micronaut.server.cors.configurations.client.allowed-origins", origins);
        properties.put("preflight.test.answers", true);
        return new CaseServer(ApplicationContext.run(EmbeddedServer.class, properties, "test"));
    }

    EmbeddedServer server() {
        return server;
    }

    Wire wire() {
        return new Wire(server.getPort());
    }

    @Override
    public void close() {
        server.getApplicationContext().close();
    }
}

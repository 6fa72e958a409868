package dev.preflight.crossorigin;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;

import dev.preflight.testing.PublicServer;
import dev.preflight.testing.TestDatabase;

import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;

import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The one table of the start log that says who may call, and what that implies. */
class DeploymentTableTest {

    private static final String ORIGINS =
            "micronaut.server.cors.configurations.client.allowed-origins";

    @Test
    void tellsOfAClientOnTheSameSite() {
        ILoggingEvent table = start(Map.of());

        assertThat(table.getLevel()).isEqualTo(Level.INFO);
        assertThat(table.getFormattedMessage().lines())
                .containsSequence(
                        "Who may call this server:",
                        "  own origin   http://localhost:8080, at home: nobody else can reach it",
                        "  client       http://localhost:5173, same site",
                        "  credentials  yes",
                        "  methods      GET, HEAD, POST, PUT, PATCH, DELETE")
                .contains(
                        "  cookie       preflight; Path=/; HttpOnly; SameSite=Lax",
                        "  proxies      none is believed; name yours in PREFLIGHT_TRUSTED_PROXIES")
                .anyMatch(line -> line.startsWith("  deployment   same site: "))
                .noneMatch(line -> line.startsWith("  warning"));
    }

    @Test
    void tellsOfTheBundleAlone() {
        assertThat(start(Map.of(ORIGINS, "")).getFormattedMessage().lines())
                .contains(
                        "  clients      none: the client that this server serves, on its own"
                                + " origin")
                .anyMatch(line -> line.startsWith("  deployment   same origin: "))
                .noneMatch(line -> line.startsWith("  methods"));
    }

    @Test
    void warnsOfWhatAClientOnAnotherSiteImplies() {
        Map<String, Object> configuration = new HashMap<>(PublicServer.settings());
        configuration.put("preflight.crossorigin.cookie-same-site", "None");
        configuration.put("preflight.web.proxies.trusted", "10.0.0.0/8");
        configuration.put(ORIGINS, List.of("https://app.example.com", "https://app.example.org"));

        ILoggingEvent table = start(configuration);

        assertThat(table.getLevel()).isEqualTo(Level.WARN);
        assertThat(table.getFormattedMessage().lines())
                .contains(
                        "  own origin   https://api.example.com, public: every rule is strict",
                        "  client       https://app.example.com, same site",
                        "  client       https://app.example.org, cross site",
                        "  cookie       __Host-preflight; Path=/; HttpOnly; SameSite=None; Secure;"
                                + " Partitioned",
                        "  proxies      believed from 10.0.0.0/8")
                .anyMatch(line -> line.contains("cross site: ") && line.contains("Safari"))
                .anyMatch(
                        line ->
                                line.startsWith("  warning      PREFLIGHT_COOKIE_SAME_SITE")
                                        && line.contains("https://app.example.org"));
    }

    @Test
    void warnsAtHomeOfWhatOnlyBlocks() {
        ILoggingEvent table =
                start(
                        Map.of(
                                "micronaut.server.cors.configurations.client.allow-credentials",
                                false));

        assertThat(table.getLevel()).isEqualTo(Level.WARN);
        assertThat(table.getFormattedMessage())
                .contains("  credentials  no", "client.allow-credentials is false: browsers will");
    }

    /** The one event that a server logs about it. */
    private static ILoggingEvent start(Map<String, Object> besides) {
        Map<String, Object> properties = new HashMap<>(TestDatabase.create());
        properties.putAll(besides);
        Logger logger = (Logger) LoggerFactory.getLogger(DeploymentTable.class);
        ListAppender<ILoggingEvent> events = new ListAppender<>();
        Level level = logger.getLevel();
        events.start();
        logger.addAppender(events);
        logger.setAdditive(false);
        logger.setLevel(Level.INFO);
        try (EmbeddedServer server =
                ApplicationContext.run(EmbeddedServer.class, properties, "test")) {
            assertThat(server.isRunning()).isTrue();
        } finally {
            logger.setLevel(level);
            logger.setAdditive(true);
            logger.detachAppender(events);
        }
        assertThat(events.list).hasSize(1);
        return events.list.getFirst();
    }
}

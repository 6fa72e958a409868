package dev.preflight.lab.initiators;

import dev.preflight.crossorigin.ClientPolicy;
import dev.preflight.crossorigin.OwnOrigin;
import dev.preflight.lab.LabReach;
import dev.preflight.lab.LabSettings;
import dev.preflight.web.client.LabPage;

import io.micronaut.context.annotation.Context;
import io.micronaut.context.exceptions.ConfigurationException;
import io.micronaut.http.server.HttpServerConfiguration;

import jakarta.annotation.PreDestroy;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.net.BindException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * The origins, besides the client's, that calls of a run can start from. All are on this machine,
 * so that there are none where the server is public.
 */
@Context
final class Initiators implements LabPage {

    private static final Logger LOG = LoggerFactory.getLogger(Initiators.class);

    private static final Duration TO_A_HEAD = Duration.ofSeconds(2);
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private static final String VARIABLE = "PREFLIGHT_LAB_INITIATOR_PORT";

    private final String host;
    private final @Nullable Listener listener;

    /** An initiator as it is named and addressed on the wire. */
    record Initiator(String name, String url) {}

    Initiators(
            LabReach reach,
            LabSettings settings,
            OwnOrigin own,
            ClientPolicy clients,
            HttpServerConfiguration server) {
        this.host = URI.create(own.serialized()).getHost();
        if (!reach.hasInitiators()) {
            this.listener = null;
            return;
        }
        int port = settings.initiatorPort();
        check(port, server.getPort().orElse(-1));
        List<String> labs = new ArrayList<>(clients.origins());
        labs.sort(null);
        labs.remove(own.serialized());
        labs.add(own.serialized());
        this.listener = open(port, InitiatorPage.of(own.serialized(), labs));
        LOG.info("The Lab's page on other origins is at {}.", origin(host, listener));
    }

    private static void check(int port, int ofTheServer) {
        if (port < 0 || port > 65_535) {
            throw new ConfigurationException(
                    "%s is %d: write a port from 1 to 65535, or 0 for any free one."
                            .formatted(VARIABLE, port));
        }
        if (port > 0 && port == ofTheServer) {
            throw new ConfigurationException(
                    "%s is %d, which is the server's own port: write another one, or 0 for any free one."
                            .formatted(VARIABLE, port));
        }
    }

    private static Listener open(int port, InitiatorPage page) {
        try {
            return Listener.open(port, page, TO_A_HEAD, PATIENCE);
        } catch (BindException taken) {
            throw new ConfigurationException(
                    port == 0
                            ? "No port of this machine is free for the page of the Lab: stop a"
                                    + " program that listens, or set PREFLIGHT_LAB_ENABLED=false."
                            : "Port %d is taken, which the Lab's page is to have: stop the program that listens there, or choose another port with %s."
                                    .formatted(port, VARIABLE),
                    taken);
        }
    }

    /** The one that is framed: it becomes null by that. */
    @Override
    public List<String> framedOrigins() {
        return listener == null ? List.of() : List.of(origin(host, listener));
    }

    /** All of them; none on a public server. */
    List<Initiator> all() {
        if (listener == null) {
            return List.of();
        }
        // Whichever of its two usual names the server has, the other one is another site.
        String elsewhere = host.equals("127.0.0.1") ? "localhost" : "127.0.0.1";
        return List.of(
                new Initiator("another-port", origin(host, listener) + "/"),
                new Initiator("another-site", origin(elsewhere, listener) + "/"),
                new Initiator("subdomain", origin("a.localhost", listener) + "/"),
                new Initiator("null", origin(host, listener) + "/"));
    }

    private static String origin(String name, Listener listener) {
        return "http://" + name + ":" + listener.port();
    }

    @PreDestroy
    void close() {
        if (listener != null) {
            listener.close();
        }
    }
}

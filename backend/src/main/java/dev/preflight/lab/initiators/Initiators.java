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

import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/**
 * The origins, besides the client's, that calls of a run can start from. All are on this machine,
 * so that there are none where the server is public.
 */
@Context
final class Initiators implements LabPage {

    private static final Logger LOG = LoggerFactory.getLogger(Initiators.class);

    private static final String VARIABLE = "PREFLIGHT_LAB_INITIATOR_PORT";

    private final String host;
    private final @Nullable PageServer pages;

    Initiators(
            LabReach reach,
            LabSettings settings,
            OwnOrigin own,
            ClientPolicy clients,
            HttpServerConfiguration server) {
        this.host = URI.create(own.serialized()).getHost();
        if (!reach.hasInitiators()) {
            this.pages = null;
            return;
        }
        int port = settings.initiatorPort();
        check(port, server.getPort().orElse(-1));
        List<String> labs = new ArrayList<>(clients.origins());
        labs.sort(null);
        labs.remove(own.serialized());
        labs.add(own.serialized());
        this.pages = open(port, InitiatorPage.of(own.serialized(), labs));
        LOG.info("The Lab's page on other origins is at {}.", origin(host, pages));
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

    private static PageServer open(int port, InitiatorPage page) {
        try {
            return PageServer.start(port, page);
        } catch (IOException taken) {
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
        return pages == null ? List.of() : List.of(origin(host, pages));
    }

    /** All of them; none on a public server. */
    List<LabResponse.Initiator> all() {
        if (pages == null) {
            return List.of();
        }
        // Whichever of its two usual names the server has, the other one is another site.
        String elsewhere = host.equals("127.0.0.1") ? "localhost" : "127.0.0.1";
        return List.of(
                new LabResponse.Initiator("another-port", origin(host, pages) + "/"),
                new LabResponse.Initiator("another-site", origin(elsewhere, pages) + "/"),
                new LabResponse.Initiator("subdomain", origin("a.localhost", pages) + "/"),
                new LabResponse.Initiator("null", origin(host, pages) + "/"));
    }

    private static String origin(String name, PageServer pages) {
        return "http://" + name + ":" + pages.port();
    }

    @PreDestroy
    void close() {
        if (pages != null) {
            pages.close();
        }
    }
}

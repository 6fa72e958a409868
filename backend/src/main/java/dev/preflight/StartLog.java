package dev.preflight;

import dev.preflight.crossorigin.OwnOrigin;

import io.micronaut.context.annotation.Requires;
import io.micronaut.context.env.Environment;
import io.micronaut.runtime.event.annotation.EventListener;
import io.micronaut.runtime.server.event.ServerStartupEvent;

import jakarta.inject.Singleton;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says that the server is up, and where; in the dev environment the banner does. */
@Singleton
@Requires(notEnv = Environment.DEVELOPMENT)
final class StartLog {

    private static final Logger LOG = LoggerFactory.getLogger(StartLog.class);

    private final OwnOrigin origin;

    StartLog(OwnOrigin origin) {
        this.origin = origin;
    }

    @EventListener
    void onStartup(ServerStartupEvent started) {
        LOG.info(
                "Preflight listens on port {}; browsers reach it at {}.",
                started.getSource().getPort(),
                origin.serialized());
    }
}

package dev.preflight;

import dev.preflight.accounts.DemoAccount;

import io.micronaut.context.annotation.Requires;
import io.micronaut.context.annotation.Value;
import io.micronaut.context.env.Environment;
import io.micronaut.runtime.event.annotation.EventListener;
import io.micronaut.runtime.server.event.ServerStartupEvent;

import jakarta.inject.Singleton;

import java.util.List;

/** The last thing that {@code mvn -Pdev} prints: where to look, and how to log in. */
@Singleton
@Requires(env = Environment.DEVELOPMENT)
final class DevelopmentBanner {

    private final List<String> clientOrigins;

    DevelopmentBanner(
            @Value("${micronaut.server.cors.configurations.client.allowed-origins}")
                    List<String> clientOrigins) {
        this.clientOrigins = clientOrigins;
    }

    @EventListener
    void onStartup(ServerStartupEvent started) {
        System.out.printf(
                """

                  Preflight is running. Ctrl-C ends it.

                    Client   %s
                    API      http://localhost:%d
                    Account  %s, password %s

                """,
                clientOrigins.stream().allMatch(String::isBlank)
                        ? "the same address: PREFLIGHT_CLIENT_ORIGINS is empty"
                        : String.join(", ", clientOrigins),
                started.getSource().getPort(),
                DemoAccount.email(),
                DemoAccount.password());
        System.out.flush();
    }
}

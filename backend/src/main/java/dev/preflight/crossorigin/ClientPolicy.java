package dev.preflight.crossorigin;

import io.micronaut.http.server.HttpServerConfiguration;
import io.micronaut.http.server.cors.CorsOriginConfiguration;

import jakarta.inject.Singleton;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Who may call from another origin, as {@code micronaut.server.cors} says; the one place that
 * compares origins.
 */
@Singleton
public final class ClientPolicy {

    private final HttpServerConfiguration.CorsConfiguration cors;

    ClientPolicy(HttpServerConfiguration.CorsConfiguration cors) {
        this.cors = cors;
    }

    /** Whether there is a policy at all. */
    public boolean isEnabled() {
        return cors.isEnabled();
    }

    /** Every origin that may call, in the order that they are written; none if CORS is off. */
    public Set<String> origins() {
        if (!cors.isEnabled()) {
            return Set.of();
        }
        return cors.getConfigurations().values().stream()
                .flatMap(client -> client.getAllowedOrigins().stream())
                .filter(origin -> !origin.isBlank())
                .collect(
                        Collectors.collectingAndThen(
                                Collectors.toCollection(LinkedHashSet::new),
                                Collections::unmodifiableSet));
    }

    /**
     * What an origin may do, compared byte for byte; empty if it may do nothing, or CORS is off.
     */
    public Optional<CorsOriginConfiguration> allowing(String origin) {
        if (!cors.isEnabled() || origin.isEmpty()) {
            return Optional.empty();
        }
        return cors.getConfigurations().values().stream()
                .filter(client -> client.getAllowedOrigins().contains(origin))
                .findFirst();
    }
}

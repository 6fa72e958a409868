package dev.preflight.web;

import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.swagger.v3.oas.annotations.Hidden;

import org.jspecify.annotations.Nullable;

/**
 * The server's figures in Prometheus' text format, for programs on this machine that ask without a
 * proxy.
 */
@Hidden
@Controller("/metrics")
@Secured(SecurityRule.IS_ANONYMOUS)
final class MetricsController {

    private final PrometheusMeterRegistry registry;

    MetricsController(PrometheusMeterRegistry registry) {
        this.registry = registry;
    }

    @Get
    @Produces(MediaType.TEXT_PLAIN)
    @Nullable String metrics(HttpRequest<?> request) {
        // Null is the framework's 404.
        return Reach.isFromHere(request) ? registry.scrape() : null;
    }
}

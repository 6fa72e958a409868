package dev.preflight.crossorigin;

import io.micronaut.context.annotation.Context;
import io.micronaut.context.exceptions.ConfigurationException;
import io.micronaut.http.server.HttpServerConfiguration;
import io.micronaut.http.server.cors.CorsOriginConfiguration;

import java.util.Map;

/**
 * Refuses to start with a policy that would let every origin in. Micronaut's default for an entry
 * without {@code allowed-origins}, even a misspelled one, is to reflect whatever Origin comes, with
 * credentials.
 */
@Context
final class PolicyCheck {

    PolicyCheck(HttpServerConfiguration server) {
        Map<String, CorsOriginConfiguration> entries = server.getCors().getConfigurations();
        for (Map.Entry<String, CorsOriginConfiguration> entry : entries.entrySet()) {
            CorsOriginConfiguration policy = entry.getValue();
            boolean everyOrigin = policy.getAllowedOrigins().equals(CorsOriginConfiguration.ANY);
            if (everyOrigin || policy.getAllowedOriginsRegex().isPresent()) {
                throw new ConfigurationException(
                        "micronaut.server.cors.configurations."
                                + entry.getKey()
                                + " names no exact origins, so that any page could call with its"
                                + " visitor's session. Give it allowed-origins, or remove it, and"
                                + " list the origins in PREFLIGHT_CLIENT_ORIGINS.");
            }
        }
    }
}

package dev.preflight.crossorigin.policy;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Everything that the check goes by, as it was written and before anything made sense of it.
 *
 * @param publicUrl {@code PREFLIGHT_PUBLIC_URL}
 * @param environments the active environments, such as {@code dev}
 * @param listeners where the server listens, as far as that is written
 * @param cookieSameSite {@code PREFLIGHT_COOKIE_SAME_SITE}
 * @param trustedProxies {@code PREFLIGHT_TRUSTED_PROXIES}
 * @param corsEnabled {@code micronaut.server.cors.enabled}
 * @param clients the entries below {@code micronaut.server.cors.configurations}
 * @param corsVariables the names of environment variables that reach below that key
 */
public record PolicyConfiguration(
        String publicUrl,
        Set<String> environments,
        List<Listener> listeners,
        String cookieSameSite,
        String trustedProxies,
        boolean corsEnabled,
        List<Clients> clients,
        Set<String> corsVariables) {

    /** Below which every entry is one of {@link Clients}. */
    public static final String CONFIGURATIONS = "micronaut.server.cors.configurations";

    /**
     * One place where the server listens.
     *
     * @param key where it is written
     * @param host the name or address that it is bound to; empty: every address of the machine
     */
    public record Listener(String key, Optional<String> host) {}

    /**
     * One entry: some origins and what they may do. What is empty was not written, and Micronaut
     * then takes it for everything.
     *
     * @param name the entry's name
     * @param variable the variable that the origins come from, if there is one
     * @param keys the names of all keys of the entry
     */
    public record Clients(
            String name,
            Optional<String> variable,
            Optional<List<String>> origins,
            Optional<String> originsRegex,
            Optional<List<String>> methods,
            Optional<List<String>> headers,
            Optional<List<String>> exposedHeaders,
            boolean credentials,
            Optional<String> maxAge,
            Set<String> keys) {

        /** Where a key of this entry is written. */
        String key(String key) {
            return CONFIGURATIONS + "." + name + "." + key;
        }

        /** The origins without the empty one that an empty variable makes. */
        List<String> writtenOrigins() {
            List<String> all = origins.orElse(List.of());
            return all.equals(List.of("")) ? List.of() : all;
        }
    }

    /** This server's own origin, if the public URL names one. */
    public Optional<Origin> ownOrigin() {
        return Origin.ofUrl(publicUrl);
    }

    /** Whether others cannot reach this server; so as long as that is not known to be otherwise. */
    public boolean isHome() {
        return ownOrigin().map(Origin::isLoopback).orElse(true);
    }

    /** Every origin of a client that is well-formed, in the order that they are written. */
    public List<Origin> clientOrigins() {
        return clients.stream()
                .flatMap(entry -> entry.writtenOrigins().stream())
                .distinct()
                .flatMap(text -> Origin.of(text).stream())
                .toList();
    }
}

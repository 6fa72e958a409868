package dev.preflight.crossorigin;

import dev.preflight.crossorigin.policy.PolicyConfiguration;
import dev.preflight.crossorigin.policy.PolicyConfiguration.Clients;
import dev.preflight.crossorigin.policy.PolicyConfiguration.Listener;

import io.micronaut.context.env.Environment;
import io.micronaut.context.env.PropertySource.PropertyConvention;
import io.micronaut.core.type.Argument;
import io.micronaut.http.server.netty.configuration.NettyHttpServerConfiguration.NettyListenerConfiguration;
import io.micronaut.http.server.netty.configuration.NettyHttpServerConfiguration.NettyListenerConfiguration.Family;

import jakarta.inject.Singleton;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * The configuration as it was written. What the framework makes of it has lost the mistakes: a
 * method that does not exist becomes every method, an entry without origins every origin.
 */
@Singleton
final class WrittenPolicy {

    private static final String CORS = "micronaut.server.cors";
    private static final String VARIABLES = "MICRONAUT_SERVER_CORS_CONFIGURATIONS_";
    private static final String HOST = "micronaut.server.host";
    private static final String LISTENERS = "micronaut.server.netty.listeners.";
    private static final String CLIENT_ORIGINS = "PREFLIGHT_CLIENT_ORIGINS";
    private static final Argument<List<String>> LIST = Argument.listOf(String.class);

    private final Environment environment;
    private final List<NettyListenerConfiguration> listeners;

    WrittenPolicy(Environment environment, List<NettyListenerConfiguration> listeners) {
        this.environment = environment;
        this.listeners = listeners;
    }

    PolicyConfiguration read() {
        return new PolicyConfiguration(
                text("preflight.crossorigin.public-url").orElse(""),
                environment.getActiveNames(),
                listeners(),
                text("preflight.crossorigin.cookie-same-site").orElse(""),
                text("preflight.web.proxies.trusted").orElse(""),
                environment.getProperty(CORS + ".enabled", Boolean.class).orElse(false),
                entries().keySet().stream().sorted().map(this::clients).toList(),
                variables());
    }

    private List<Listener> listeners() {
        List<Listener> written = new ArrayList<>();
        text(HOST).ifPresent(host -> written.add(new Listener(HOST, Optional.of(host))));
        // What the framework made of them: a variable alone can make several.
        listeners.forEach(listener -> written.add(listener(listener)));
        return written;
    }

    private static Listener listener(NettyListenerConfiguration listener) {
        String prefix = LISTENERS + listener.getName() + ".";
        if (listener.getFd() != null) {
            return new Listener(prefix + "fd", Optional.of(listener.getFd().toString()));
        }
        if (listener.getAcceptedFd() != null) {
            return new Listener(
                    prefix + "accepted-fd", Optional.of(listener.getAcceptedFd().toString()));
        }
        if (listener.getFamily() == Family.UNIX) {
            return new Listener(prefix + "family", Optional.of(Family.UNIX.name()));
        }
        return new Listener(prefix + "host", Optional.ofNullable(listener.getHost()));
    }

    private Optional<String> text(String key) {
        return environment.getProperty(key, String.class);
    }

    private Map<String, Object> entries() {
        return environment
                .getProperty(
                        PolicyConfiguration.CONFIGURATIONS,
                        Argument.mapOf(String.class, Object.class))
                .orElse(Map.of());
    }

    private Clients clients(String name) {
        String prefix = PolicyConfiguration.CONFIGURATIONS + "." + name + ".";
        Optional<String> variable =
                name.equals("client") && text(CLIENT_ORIGINS).isPresent()
                        ? Optional.of(CLIENT_ORIGINS)
                        : Optional.empty();
        return new Clients(
                name,
                variable,
                environment.getProperty(prefix + "allowed-origins", LIST),
                text(prefix + "allowed-origins-regex"),
                environment.getProperty(prefix + "allowed-methods", LIST),
                environment.getProperty(prefix + "allowed-headers", LIST),
                environment.getProperty(prefix + "exposed-headers", LIST),
                environment.getProperty(prefix + "allow-credentials", Boolean.class).orElse(true),
                text(prefix + "max-age"),
                keys(name));
    }

    private Set<String> keys(String name) {
        return entries().get(name) instanceof Map<?, ?> entry
                ? entry.keySet().stream()
                        .map(String::valueOf)
                        // Lists are there twice, once with an index for each item.
                        .filter(key -> !key.contains("["))
                        .collect(Collectors.toSet())
                : Set.of();
    }

    private Set<String> variables() {
        return environment.getPropertySources().stream()
                .filter(source -> source.getConvention() == PropertyConvention.ENVIRONMENT_VARIABLE)
                .flatMap(source -> StreamSupport.stream(source.spliterator(), false))
                .filter(name -> name.startsWith(VARIABLES))
                .collect(Collectors.toSet());
    }
}

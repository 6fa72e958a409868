package dev.preflight.crossorigin;

import dev.preflight.web.proxies.Loopback;

import io.micronaut.context.event.BeanCreatedEvent;
import io.micronaut.context.event.BeanCreatedEventListener;
import io.micronaut.http.server.netty.configuration.NettyHttpServerConfiguration;
import io.micronaut.http.server.netty.configuration.NettyHttpServerConfiguration.NettyListenerConfiguration;

import jakarta.inject.Singleton;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;

/**
 * At home, listens on loopback alone, on IPv4 and IPv6, because browsers take localhost for either.
 */
@Singleton
final class HomeListeners implements BeanCreatedEventListener<NettyHttpServerConfiguration> {

    private final OwnOrigin origin;

    HomeListeners(OwnOrigin origin) {
        this.origin = origin;
    }

    @Override
    public NettyHttpServerConfiguration onCreated(
            BeanCreatedEvent<NettyHttpServerConfiguration> event) {
        NettyHttpServerConfiguration configuration = event.getBean();
        if (!origin.isHome()
                || configuration.getListeners() != null
                || configuration.getHost().isPresent()) {
            return configuration;
        }
        int port = configuration.getPort().orElse(8080);
        List<NettyListenerConfiguration> listeners = new ArrayList<>();
        for (InetAddress address : Loopback.addresses()) {
            // A port that is not known yet would be another one on the second address.
            if (port > 0 || listeners.isEmpty()) {
                listeners.add(listener(address.getHostAddress(), port));
            }
        }
        configuration.setListeners(listeners);
        return configuration;
    }

    private static NettyListenerConfiguration listener(String host, int port) {
        NettyListenerConfiguration listener = new NettyListenerConfiguration(host);
        listener.setHost(host);
        listener.setPort(port);
        return listener;
    }
}

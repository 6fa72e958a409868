package dev.preflight.crossorigin;

import io.micronaut.context.event.BeanCreatedEvent;
import io.micronaut.context.event.BeanCreatedEventListener;
import io.micronaut.http.server.netty.configuration.NettyHttpServerConfiguration;
import io.micronaut.http.server.netty.configuration.NettyHttpServerConfiguration.NettyListenerConfiguration;

import jakarta.inject.Singleton;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;

/**
 * At home, listens on loopback alone, on IPv4 and IPv6, because browsers take localhost for either.
 */
@Singleton
final class HomeListeners implements BeanCreatedEventListener<NettyHttpServerConfiguration> {

    private static final String IPV4 = "127.0.0.1";
    private static final String IPV6 = "::1";

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
        listeners.add(listener(IPV4, port));
        if (port > 0 && hasIpv6()) {
            listeners.add(listener(IPV6, port));
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

    private static boolean hasIpv6() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.ofLiteral(IPV6))) {
            return socket.isBound();
        } catch (IOException noIpv6) {
            return false;
        }
    }
}

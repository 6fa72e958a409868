package dev.preflight.web.proxies;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;

import jakarta.inject.Singleton;

import java.net.InetAddress;
import java.net.InetSocketAddress;

/** Follows the requests of this server back through the proxies that its operator trusts. */
@Singleton
final class Forwardings {

    private static final InetAddress NOWHERE = InetAddress.ofLiteral("0.0.0.0");

    private final TrustedProxies trusted;

    Forwardings(ProxySettings settings) {
        this.trusted = TrustedProxies.parse(settings.trusted());
    }

    Forwarding of(HttpRequest<?> request) {
        HttpHeaders headers = request.getHeaders();
        return Forwarding.of(
                peer(request),
                new Forwarding.Headers(
                        headers.getAll("Forwarded"),
                        headers.getAll("X-Forwarded-For"),
                        headers.getAll("X-Forwarded-Proto"),
                        headers.getAll("X-Forwarded-Host")),
                trusted);
    }

    private static InetAddress peer(HttpRequest<?> request) {
        InetSocketAddress remote = request.getRemoteAddress();
        InetAddress address = remote.getAddress();
        return address == null ? NOWHERE : address;
    }
}

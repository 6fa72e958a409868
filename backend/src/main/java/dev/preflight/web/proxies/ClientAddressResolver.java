package dev.preflight.web.proxies;

import com.google.common.net.InetAddresses;

import io.micronaut.context.annotation.Replaces;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.server.util.DefaultHttpClientAddressResolver;
import io.micronaut.http.server.util.HttpClientAddressResolver;

import jakarta.inject.Singleton;

import java.net.InetAddress;

/** The client's address; the framework's own believes {@code X-Forwarded-For} of everybody. */
@Singleton
@Replaces(DefaultHttpClientAddressResolver.class)
final class ClientAddressResolver implements HttpClientAddressResolver {

    private final Forwardings forwardings;

    ClientAddressResolver(Forwardings forwardings) {
        this.forwardings = forwardings;
    }

    @Override
    @SuppressWarnings("rawtypes") // so is the method that this overrides
    public String resolve(HttpRequest request) {
        InetAddress address = forwardings.of((HttpRequest<?>) request).client();
        // In the form of RFC 5952, ::1 for one, and without a zone, which means nothing elsewhere.
        return InetAddresses.toAddrString(address).replaceFirst("%.*$", "");
    }
}

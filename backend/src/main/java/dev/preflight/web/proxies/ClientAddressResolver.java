package dev.preflight.web.proxies;

import io.micronaut.context.annotation.Replaces;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.server.util.DefaultHttpClientAddressResolver;
import io.micronaut.http.server.util.HttpClientAddressResolver;

import jakarta.inject.Singleton;

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
        String address = forwardings.of((HttpRequest<?>) request).client().getHostAddress();
        int zone = address.indexOf('%');
        return zone < 0 ? address : address.substring(0, zone);
    }
}

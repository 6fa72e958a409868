package dev.preflight.lab;

import dev.preflight.sessions.Session;
import dev.preflight.web.throttling.ClientNetwork;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.server.util.HttpClientAddressResolver;

import jakarta.inject.Singleton;

import org.jspecify.annotations.Nullable;

/** Who uses the Lab, for its bounds: an account, or else a network. */
@Singleton
class Caller {

    private final HttpClientAddressResolver addresses;

    Caller(HttpClientAddressResolver addresses) {
        this.addresses = addresses;
    }

    String of(HttpRequest<?> request, @Nullable Session session) {
        return session == null
                ? "network " + ClientNetwork.of(addresses.resolve(request))
                : "account " + session.accountId();
    }
}

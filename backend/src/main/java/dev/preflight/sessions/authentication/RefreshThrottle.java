package dev.preflight.sessions.authentication;

import dev.preflight.web.throttling.Budget;
import dev.preflight.web.throttling.ClientNetwork;
import dev.preflight.web.throttling.Throttle;
import dev.preflight.web.throttling.TooManyAttempts;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.server.util.HttpClientAddressResolver;

import jakarta.inject.Singleton;

import java.util.Optional;

/** Keeps a client from filling the table of refresh tokens; no honest one comes near. */
@Singleton
final class RefreshThrottle {

    private final Throttle throttle;
    private final HttpClientAddressResolver addresses;

    RefreshThrottle(Throttle throttle, HttpClientAddressResolver addresses) {
        this.throttle = throttle;
        this.addresses = addresses;
    }

    /** Takes a refresh: empty if it may be made. */
    Optional<TooManyAttempts> take(HttpRequest<?> request) {
        String site = ClientNetwork.siteOf(addresses.resolve(request));
        return throttle.take(new Budget("refresh-network", site));
    }
}

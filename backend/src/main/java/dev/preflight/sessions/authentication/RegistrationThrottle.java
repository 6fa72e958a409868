package dev.preflight.sessions.authentication;

import dev.preflight.web.throttling.Budget;
import dev.preflight.web.throttling.ClientNetwork;
import dev.preflight.web.throttling.Throttle;
import dev.preflight.web.throttling.ThrottleReport;
import dev.preflight.web.throttling.TooManyAttempts;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.server.util.HttpClientAddressResolver;

import jakarta.inject.Singleton;

import java.util.Optional;

/**
 * Slows down whoever asks for many addresses whether they have an account, which registration tells
 * by its refusal, and whoever makes many accounts.
 */
@Singleton
final class RegistrationThrottle {

    private final Throttle throttle;
    private final HttpClientAddressResolver addresses;
    private final ThrottleReport report;

    RegistrationThrottle(
            Throttle throttle, HttpClientAddressResolver addresses, ThrottleReport report) {
        this.throttle = throttle;
        this.addresses = addresses;
        this.report = report;
    }

    /** Takes an attempt: empty if it may be made. */
    Optional<TooManyAttempts> take(HttpRequest<?> request) {
        String network = network(request);
        Optional<TooManyAttempts> refusal = throttle.take(asking(network), making(network));
        refusal.ifPresent(wait -> report.throttled("registration", network));
        return refusal;
    }

    /** It told nobody anything: there was no such account. */
    void succeeded(HttpRequest<?> request) {
        throttle.giveBack(asking(network(request)));
    }

    private String network(HttpRequest<?> request) {
        return ClientNetwork.siteOf(addresses.resolve(request));
    }

    private static Budget asking(String network) {
        return new Budget("register-network", network);
    }

    private static Budget making(String network) {
        return new Budget("registered-network", network);
    }
}

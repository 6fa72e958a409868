package dev.preflight.lab;

import dev.preflight.sessions.Session;
import dev.preflight.web.throttling.ClientNetwork;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.server.util.HttpClientAddressResolver;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * Who uses the Lab, for its bounds.
 *
 * @param self an account, or else whoever is not logged in on a network
 * @param network where they are, which bounds what many accounts of one person can take
 */
record Caller(String self, String network) {

    static Caller of(
            HttpRequest<?> request,
            HttpClientAddressResolver addresses,
            @Nullable Session session) {
        String network = ClientNetwork.of(addresses.resolve(request));
        return new Caller(
                session == null ? "visitor of " + network : "account " + session.accountId(),
                "network " + network);
    }

    /** Itself and its network, each with so much room. */
    List<Room.Owner> owners(int mostOfACaller, int mostOfANetwork) {
        return List.of(
                new Room.Owner(self, mostOfACaller), new Room.Owner(network, mostOfANetwork));
    }
}

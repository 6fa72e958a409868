package dev.preflight.sessions.devices;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;

import org.jspecify.annotations.Nullable;

/**
 * What a session's owner knows it by.
 *
 * @param browser such as {@code Firefox 140}
 * @param operatingSystem such as {@code Windows}
 * @param address the network address that the request came from
 */
public record Device(String browser, String operatingSystem, String address) {

    private static final int LONGEST_ADDRESS = 60;

    /** The device that a request comes from. */
    public static Device of(HttpRequest<?> request, @Nullable String address) {
        UserAgent agent = UserAgent.of(request.getHeaders().get(HttpHeaders.USER_AGENT));
        String known = address == null ? "an unknown address" : address;
        return new Device(
                agent.browser(),
                agent.operatingSystem(),
                known.substring(0, Math.min(known.length(), LONGEST_ADDRESS)));
    }
}

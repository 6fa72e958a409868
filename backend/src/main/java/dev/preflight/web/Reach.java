package dev.preflight.web;

import io.micronaut.http.HttpRequest;

/** Who can reach this server, for modules that have something to tell its operator alone. */
public interface Reach {

    /** Whether only programs on this machine can reach this server. */
    boolean isHome();

    /** Whether a request comes from a program on this machine, and through no proxy. */
    static boolean isFromHere(HttpRequest<?> request) {
        boolean forwarded =
                request.getHeaders().contains("X-Forwarded-For")
                        || request.getHeaders().contains("Forwarded")
                        || request.getHeaders().contains("Via");
        return !forwarded && request.getRemoteAddress().getAddress().isLoopbackAddress();
    }
}

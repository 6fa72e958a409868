package dev.preflight.web;

import dev.preflight.web.proxies.Loopback;

import io.micronaut.http.HttpRequest;

import java.util.regex.Pattern;

/** Who can reach this server, for modules that have something to tell its operator alone. */
public interface Reach {

    /** What proxies add, each kind something else. */
    Pattern ADDED_BY_PROXIES =
            Pattern.compile(
                    "X-Forwarded(-.*)?|X-Real-IP|X-Client-IP|True-Client-IP|Forwarded|Via",
                    Pattern.CASE_INSENSITIVE);

    /** Whether only programs on this machine can reach this server. */
    boolean isHome();

    /**
     * Whether a request comes from a program on this machine, and through no proxy: it names this
     * machine, as no browser elsewhere does, and bears no header of a proxy. A proxy that adds no
     * header and writes its own Host looks like such a program, and has to keep to itself what is
     * for this machine.
     */
    static boolean isFromHere(HttpRequest<?> request) {
        boolean forwarded =
                request.getHeaders().names().stream()
                        .anyMatch(name -> ADDED_BY_PROXIES.matcher(name).matches());
        return !forwarded && Loopback.isPeer(request) && Loopback.isAskedFor(request);
    }
}

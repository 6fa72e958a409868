package dev.preflight.crossorigin.guard;

import java.util.Set;

/**
 * The origins whose pages may change something here.
 *
 * @param own this server's own origin
 * @param clients the other origins that may call
 */
public record Callers(String own, Set<String> clients) {

    /** Whether an origin is one of the other origins, compared byte for byte and never parsed. */
    boolean areAllowed(String origin) {
        return clients.contains(origin);
    }
}

package dev.preflight.crossorigin;

import dev.preflight.crossorigin.policy.Origin;
import dev.preflight.web.Reach;

import io.micronaut.context.annotation.Context;

/**
 * This server's own origin, and whether it is at home: reachable from this machine alone, and
 * therefore convenient; anywhere else it is public, and strict.
 */
@Context
public final class OwnOrigin implements Reach {

    private final Origin origin;

    OwnOrigin(StartCheck checked) {
        this.origin = checked.configuration().ownOrigin().orElseThrow();
    }

    /** The origin's parts. */
    Origin parts() {
        return origin;
    }

    /** The origin, serialized as in an {@code Origin} header (HTML §7.1.1, RFC 6454 §6.2). */
    public String serialized() {
        return origin.serialized();
    }

    @Override
    public boolean isHome() {
        return origin.isLoopback();
    }

    /** Whether browsers reach this server over TLS. */
    public boolean isSecure() {
        return origin.isSecure();
    }
}

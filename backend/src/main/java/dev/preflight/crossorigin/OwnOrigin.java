package dev.preflight.crossorigin;

import dev.preflight.crossorigin.policy.Origin;
import dev.preflight.web.Reach;

import io.micronaut.context.annotation.Context;
import io.micronaut.context.annotation.Replaces;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.server.util.DefaultHttpHostResolver;
import io.micronaut.http.server.util.HttpHostResolver;

import org.jspecify.annotations.Nullable;

/**
 * This server's own origin, and whether it is at home: reachable from this machine alone, and
 * therefore convenient; anywhere else it is public, and strict.
 */
@Context
@Replaces(DefaultHttpHostResolver.class)
public final class OwnOrigin implements Reach, HttpHostResolver {

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

    /** Whatever the request says; the framework's own believes X-Forwarded-Host of everybody. */
    @Override
    @SuppressWarnings("rawtypes") // so is the method that this overrides
    public String resolve(@Nullable HttpRequest request) {
        return serialized();
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

package dev.preflight.web.proxies;

import io.micronaut.context.annotation.Replaces;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.server.util.DefaultHttpHostResolver;
import io.micronaut.http.server.util.HttpHostResolver;

import jakarta.inject.Singleton;

import org.jspecify.annotations.Nullable;

import java.util.regex.Pattern;

/**
 * The address at which a client reached this server; the framework's own believes {@code
 * X-Forwarded-Host} and {@code -Proto} of everybody.
 */
@Singleton
@Replaces(DefaultHttpHostResolver.class)
final class HostResolver implements HttpHostResolver {

    private static final String UNKNOWN = "http://localhost";
    private static final Pattern HOST =
            Pattern.compile("([A-Za-z0-9._-]{1,253}|\\[[0-9A-Fa-f:.]{2,45}])(:[0-9]{1,5})?");
    private static final Pattern SCHEME = Pattern.compile("https?");

    private final Forwardings forwardings;

    HostResolver(Forwardings forwardings) {
        this.forwardings = forwardings;
    }

    @Override
    @SuppressWarnings("rawtypes") // so is the method that this overrides
    public String resolve(@Nullable HttpRequest request) {
        if (request == null) {
            return UNKNOWN;
        }
        Forwarding forwarding = forwardings.of((HttpRequest<?>) request);
        String scheme = forwarding.scheme();
        String host =
                forwarding.host() == null
                        ? request.getHeaders().get(HttpHeaders.HOST)
                        : forwarding.host();
        if (host == null || !HOST.matcher(host).matches()) {
            return UNKNOWN;
        }
        boolean known = scheme != null && SCHEME.matcher(scheme).matches();
        return (known ? scheme : "http") + "://" + host;
    }
}

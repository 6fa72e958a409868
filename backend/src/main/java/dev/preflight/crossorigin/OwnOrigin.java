package dev.preflight.crossorigin;

import dev.preflight.web.Reach;

import io.micronaut.context.annotation.Context;
import io.micronaut.context.env.Environment;
import io.micronaut.context.exceptions.ConfigurationException;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;

/**
 * This server's own origin, and whether it is at home: reachable from this machine alone, and
 * therefore convenient; anywhere else it is public, and strict.
 */
@Context
public final class OwnOrigin implements Reach {

    private final String serialized;
    private final boolean home;
    private final boolean secure;

    /**
     * @throws ConfigurationException if the public URL is not an origin, or public and not https
     */
    OwnOrigin(CrossOriginSettings settings, Environment environment) {
        String url = settings.publicUrl();
        URI uri = parse(url);
        String scheme = uri.getScheme().toLowerCase(Locale.ROOT);
        String host = uri.getHost().toLowerCase(Locale.ROOT);
        this.secure = scheme.equals("https");
        this.home = Loopback.isHost(host);
        int defaultPort = secure ? 443 : 80;
        this.serialized =
                scheme
                        + "://"
                        + host
                        + (uri.getPort() == -1 || uri.getPort() == defaultPort
                                ? ""
                                : ":" + uri.getPort());
        if (!home && !secure) {
            throw new ConfigurationException(
                    "PREFLIGHT_PUBLIC_URL is "
                            + url
                            + ": a server that others can reach needs https, or its sessions can be"
                            + " read on the way. Write https://"
                            + uri.getAuthority()
                            + " and put a proxy with TLS before it.");
        }
        if (!home && environment.getActiveNames().contains(Environment.DEVELOPMENT)) {
            throw new ConfigurationException(
                    "The environment dev is active, and PREFLIGHT_PUBLIC_URL is "
                            + url
                            + ": dev makes an account whose password everybody knows, so it is for"
                            + " this machine alone. Remove dev from MICRONAUT_ENVIRONMENTS.");
        }
    }

    private static URI parse(String url) {
        try {
            URI uri = new URI(url);
            boolean http = "http".equalsIgnoreCase(uri.getScheme());
            boolean https = "https".equalsIgnoreCase(uri.getScheme());
            String path = uri.getRawPath();
            boolean bare = path != null && (path.isEmpty() || path.equals("/"));
            if ((http || https)
                    && uri.getHost() != null
                    && bare
                    && uri.getRawQuery() == null
                    && uri.getRawFragment() == null
                    && uri.getRawUserInfo() == null) {
                return uri;
            }
        } catch (URISyntaxException notAUrl) {
            // Told below, in the same words as every other mistake.
        }
        throw new ConfigurationException(
                "PREFLIGHT_PUBLIC_URL is "
                        + url
                        + ": it has to be the origin that browsers see, scheme, host and port"
                        + " alone, such as https://api.example.com.");
    }

    /** The origin, serialized as in an {@code Origin} header (HTML §7.1.1, RFC 6454 §6.2). */
    public String serialized() {
        return serialized;
    }

    @Override
    public boolean isHome() {
        return home;
    }

    /** Whether browsers reach this server over TLS. */
    public boolean isSecure() {
        return secure;
    }
}

package dev.preflight.crossorigin.policy;

import dev.preflight.web.proxies.Loopback;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A tuple origin of http or https (HTML §7.1.1), as browsers serialize it.
 *
 * <p>For what is configured, and for telling how two origins relate; whether an origin may call is
 * decided on its string, unparsed.
 *
 * @param port as in the address, the default one included
 */
public record Origin(String scheme, String host, int port) {

    private static final Pattern SERIALIZED =
            Pattern.compile("(https?)://(\\[[0-9a-f:.]+]|[^:/?#@\\[\\]\\s]+)(?::([1-9]\\d{0,4}))?");

    /** Reads an origin that is written exactly as browsers write it; empty for any other text. */
    public static Optional<Origin> of(String text) {
        Matcher parts = SERIALIZED.matcher(text);
        if (!parts.matches() || HostSyntax.problem(parts.group(2)).isPresent()) {
            return Optional.empty();
        }
        String scheme = parts.group(1);
        int defaultPort = defaultPort(scheme);
        int port = parts.group(3) == null ? defaultPort : Integer.parseInt(parts.group(3));
        Origin origin = new Origin(scheme, parts.group(2), port);
        return port <= 65535 && origin.serialized().equals(text)
                ? Optional.of(origin)
                : Optional.empty();
    }

    static int defaultPort(String scheme) {
        return scheme.equals("https") ? 443 : 80;
    }

    /** As in an {@code Origin} header. */
    public String serialized() {
        return scheme + "://" + host + (port == defaultPort(scheme) ? "" : ":" + port);
    }

    /** Whether its traffic is encrypted. */
    public boolean isSecure() {
        return scheme.equals("https");
    }

    /** Whether it is on this machine whatever the network. */
    public boolean isLoopback() {
        return Loopback.isHost(host);
    }
}

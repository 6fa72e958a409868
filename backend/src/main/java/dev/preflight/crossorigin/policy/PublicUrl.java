package dev.preflight.crossorigin.policy;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The address at which browsers reach this server; written more freely than a client's origin. */
final class PublicUrl {

    static final String VARIABLE = "PREFLIGHT_PUBLIC_URL";

    private PublicUrl() {}

    /** The origin of a URL that is nothing but an origin, whatever its case and default port. */
    static Optional<Origin> origin(String url) {
        Optional<Origin> exact = Origin.of(url);
        if (exact.isPresent()) {
            return exact;
        }
        try {
            URI uri = new URI(url);
            String path = uri.getRawPath();
            boolean bare =
                    (path == null || path.isEmpty() || path.equals("/"))
                            && uri.getRawQuery() == null
                            && uri.getRawFragment() == null
                            && uri.getRawUserInfo() == null;
            if (!bare || uri.getScheme() == null || uri.getHost() == null) {
                return Optional.empty();
            }
            String scheme = uri.getScheme().toLowerCase(Locale.ROOT);
            String host = uri.getHost().toLowerCase(Locale.ROOT);
            int port = uri.getPort() == -1 ? Origin.defaultPort(scheme) : uri.getPort();
            return Origin.of(new Origin(scheme, host, port).serialized());
        } catch (URISyntaxException notAUrl) {
            return Optional.empty();
        }
    }

    static List<Finding> check(PolicyConfiguration configuration) {
        String url = configuration.publicUrl();
        Optional<Origin> own = origin(url);
        if (own.isEmpty()) {
            return List.of(
                    Finding.mistake(
                            PolicyRule.PUBLIC_URL,
                            VARIABLE,
                            url,
                            "it has to be the origin that browsers see, scheme, host and port"
                                    + " alone",
                            "Write "
                                    + VARIABLE
                                    + "="
                                    + OriginSyntax.corrected(url)
                                            .map(Origin::serialized)
                                            .orElse("https://api.example.com")));
        }
        if (own.get().isLoopback() || own.get().isSecure()) {
            return List.of();
        }
        return List.of(
                Finding.mistake(
                        PolicyRule.PUBLIC_URL_INSECURE,
                        VARIABLE,
                        url,
                        "a server that others can reach needs https, or its sessions can be read on"
                                + " the way",
                        "Write "
                                + VARIABLE
                                + "="
                                + new Origin("https", own.get().host(), 443).serialized()
                                + " and put a proxy with TLS before it"));
    }
}

package dev.preflight.crossorigin.policy;

import com.google.common.base.Ascii;
import com.google.common.base.CharMatcher;
import com.google.common.net.InetAddresses;

import dev.preflight.web.proxies.Loopback;

import java.net.IDN;
import java.net.Inet4Address;
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

    /** Scheme, host and port, and around them what people write and browsers leave out. */
    private static final Pattern WRITTEN =
            Pattern.compile(
                    "(?:(https?)://(?:[^/?#\\\\]*@)?|(?!null$|[^/]*://))"
                            + "(\\[[0-9a-f:.]*]|[^\\[\\]:/?#\\\\@]{1,253})"
                            + "(?::(\\d{0,9}))?(?:[/?#\\\\].*)?",
                    Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private static final Pattern NAME =
            Pattern.compile("(?=.{1,253}$)[a-z0-9_-]{1,63}(\\.[a-z0-9_-]{1,63})*");

    /** A host whose last label is a number is an IPv4 address (URL §3.5, "ends in a number"). */
    private static final Pattern ENDS_IN_A_NUMBER =
            Pattern.compile("(.*\\.)?(\\d+|0x[0-9a-f]*)", Pattern.DOTALL);

    /** Reads an origin that is written exactly as browsers write it; empty for any other text. */
    public static Optional<Origin> of(String text) {
        return canonical(text).filter(origin -> origin.serialized().equals(text));
    }

    /** The origin that browsers make of an address, if they can call it. */
    static Optional<Origin> canonical(String text) {
        Matcher parts = WRITTEN.matcher(text.strip());
        return parts.matches()
                ? canonicalHost(parts.group(2)).flatMap(host -> canonical(parts, host))
                : Optional.empty();
    }

    private static Optional<Origin> canonical(Matcher parts, String host) {
        String guessed = Loopback.isHost(host) ? "http" : "https";
        String scheme = parts.group(1) == null ? guessed : Ascii.toLowerCase(parts.group(1));
        boolean hasPort = parts.group(3) != null && !parts.group(3).isEmpty();
        int port = hasPort ? Integer.parseInt(parts.group(3)) : defaultPort(scheme);
        return port > 0 && port <= 65535
                ? Optional.of(new Origin(scheme, host, port))
                : Optional.empty();
    }

    /** A host as browsers write it (URL §3.5). */
    private static Optional<String> canonicalHost(String written) {
        try {
            if (written.startsWith("[")) {
                return Optional.of(InetAddresses.toUriString(InetAddresses.forUriString(written)));
            }
            String undotted = CharMatcher.is('.').trimTrailingFrom(written);
            String name = Ascii.toLowerCase(IDN.toASCII(undotted));
            return ENDS_IN_A_NUMBER.matcher(name).matches()
                    ? Optional.of(Inet4Address.ofPosixLiteral(name).getHostAddress())
                    : Optional.of(name).filter(NAME.asMatchPredicate());
        } catch (RuntimeException notAHost) {
            // Besides what it declares, IDN throws whatever its tables stumble over.
            return Optional.empty();
        }
    }

    /** Reads a URL that is an origin but for its letter case, its default port and a last slash. */
    static Optional<Origin> ofUrl(String url) {
        return canonical(url)
                .filter(
                        origin ->
                                Ascii.toLowerCase(url)
                                        .matches(
                                                Pattern.quote(origin.scheme + "://" + origin.host)
                                                        + "(:\\d*)?/?"));
    }

    private static int defaultPort(String scheme) {
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

    /** The same host over TLS, on its usual port. */
    Origin overTls() {
        return new Origin("https", host, 443);
    }

    /** Whether it is on this machine whatever the network. */
    public boolean isLoopback() {
        return Loopback.isHost(host);
    }
}

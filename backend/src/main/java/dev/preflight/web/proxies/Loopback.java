package dev.preflight.web.proxies;

import com.google.common.base.Ascii;
import com.google.common.base.CharMatcher;
import com.google.common.net.InetAddresses;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.server.netty.NettyHttpRequest;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which host names always mean this machine (RFC 6761 §6.3, RFC 1122 §3.2.1.3, RFC 4291 §2.5.3),
 * and which requests are from it and for it.
 */
public final class Loopback {

    private static final String LABEL = "[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?";

    /** Possessive, so that no label takes its share of the stack. */
    private static final Pattern NAME = Pattern.compile("(" + LABEL + "\\.)*+localhost");

    private static final Pattern PORT = Pattern.compile(":\\d{0,5}\\z");

    /** Of a name as people write it (RFC 1035 §2.3.4). */
    private static final int LONGEST_HOST = 253;

    /** Where the target repeats the host (RFC 9112 §3.2.2, "absolute-form"). */
    private static final Pattern ABSOLUTE_TARGET =
            Pattern.compile("https?://([^/?#]*).*", Pattern.CASE_INSENSITIVE);

    private static final InetAddress IPV4 = InetAddress.ofLiteral("127.0.0.1");
    private static final InetAddress IPV6 = InetAddress.ofLiteral("::1");

    private Loopback() {}

    /**
     * What browsers take localhost for on this machine: its IPv4 address, and IPv6 if it has any.
     */
    public static List<InetAddress> addresses() {
        try (ServerSocket socket = new ServerSocket(0, 1, IPV6)) {
            return socket.isBound() ? List.of(IPV4, IPV6) : List.of(IPV4);
        } catch (IOException noIpv6) {
            return List.of(IPV4);
        }
    }

    /**
     * Whether a host, without a port, is {@code localhost}, below it, in 127.0.0.0/8, or {@code
     * [::1]}; letters, digits and hyphens alone, because what is more could be read otherwise by
     * others, as {@code evil.example#.localhost} is.
     */
    public static boolean isHost(String host) {
        String lower = Ascii.toLowerCase(host);
        return host.length() <= LONGEST_HOST
                && (NAME.matcher(lower).matches()
                        || lower.equals("[::1]")
                        || (lower.startsWith("127.")
                                && CharMatcher.ascii().matchesAllOf(lower)
                                && InetAddresses.isInetAddress(lower)));
    }

    /** Whether a Host header's value, with or without a port, names this machine. */
    public static boolean isHostHeader(String value) {
        return isHost(PORT.matcher(value).replaceFirst(""));
    }

    /** Whether a request names this machine, once, and does not name two. */
    public static boolean isAskedFor(HttpRequest<?> request) {
        List<String> hosts = request.getHeaders().getAll(HttpHeaders.HOST);
        return hosts.size() == 1
                && isHostHeader(hosts.getFirst())
                && (!(request instanceof NettyHttpRequest<?> received)
                        || agrees(received.getNativeRequest().uri(), hosts.getFirst()));
    }

    private static boolean agrees(String target, String host) {
        if (target.startsWith("/") || target.equals("*")) {
            return true;
        }
        Matcher absolute = ABSOLUTE_TARGET.matcher(target);
        return absolute.matches() && absolute.group(1).equalsIgnoreCase(host);
    }

    /** Whether a program on this machine sent a request, for itself or for somebody else. */
    public static boolean isPeer(HttpRequest<?> request) {
        InetAddress address = request.getRemoteAddress().getAddress();
        return address != null && address.isLoopbackAddress();
    }
}

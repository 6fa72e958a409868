package dev.preflight.web.proxies;

import com.google.common.net.HostAndPort;

import java.net.InetAddress;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Follows a request back through trusted proxies to the first address that is none of them; a pure
 * function. Each proxy appends whom it heard from, so the list is read from its end, and what
 * stands left of an address that is not trusted may be made up.
 */
final class Forwarding {

    /** More proxies than there are on any sane way; the rest of a longer list is made up. */
    private static final int MOST_HOPS = 32;

    private Forwarding() {}

    /**
     * The address that a request comes from, as far as that is known for sure.
     *
     * @param hops whom each proxy says that it heard from
     */
    static InetAddress client(InetAddress peer, List<String> hops, TrustedProxies trusted) {
        InetAddress client = peer;
        for (String hop :
                hops.subList(Math.max(0, hops.size() - MOST_HOPS), hops.size()).reversed()) {
            Optional<InetAddress> address = address(hop);
            if (!trusted.contain(client) || address.isEmpty()) {
                return client;
            }
            client = address.get();
        }
        return client;
    }

    /** From the lines of {@code X-Forwarded-For}. */
    static List<String> customaryHops(List<String> lines) {
        return lines.stream().flatMap(line -> Stream.of(line.split(",", -1))).toList();
    }

    /** From the lines of {@code Forwarded} (RFC 7239). */
    static List<String> standardHops(List<String> lines) {
        return customaryHops(lines).stream().map(Forwarding::node).toList();
    }

    private static String node(String element) {
        return Stream.of(element.split(";", -1))
                .map(pair -> pair.split("=", 2))
                .filter(pair -> pair.length == 2 && pair[0].strip().equalsIgnoreCase("for"))
                .map(pair -> pair[1])
                .reduce((earlier, later) -> later)
                .orElse("");
    }

    /** Of a node as proxies write it: with or without a port, brackets and quotes. */
    private static Optional<InetAddress> address(String node) {
        String unquoted = node.strip().replaceFirst("^\"(.*)\"$", "$1");
        try {
            return TrustedProxies.address(HostAndPort.fromString(unquoted).getHost());
        } catch (IllegalArgumentException notAnAddress) {
            return Optional.empty();
        }
    }
}

package dev.preflight.web.proxies;

import org.jspecify.annotations.Nullable;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Follows a request back through trusted proxies to the first address that is none of them; a pure
 * function. Each proxy appends whom it heard from, so the list is read from its end, and what
 * stands left of an address that is not trusted may be made up.
 *
 * @param client the address that the request comes from, as far as that is known for sure
 * @param scheme how the client reached the outermost proxy; null if none says
 * @param host the name by which the client reached it; null if none says
 */
record Forwarding(InetAddress client, @Nullable String scheme, @Nullable String host) {

    /** More proxies than there are on any sane way; the rest of a longer list is made up. */
    private static final int MOST_HOPS = 32;

    /** What one proxy says of where it heard a request from. */
    private record Hop(@Nullable String client, @Nullable String scheme, @Nullable String host) {}

    /**
     * The headers' lines, in their order; of the one kind that is believed.
     *
     * @param forwarded of {@code Forwarded} (RFC 7239)
     */
    record Headers(
            List<String> forwarded,
            List<String> forwardedFor,
            List<String> forwardedProto,
            List<String> forwardedHost) {}

    static Forwarding of(InetAddress peer, Headers headers, TrustedProxies trusted) {
        Forwarding direct = new Forwarding(peer, null, null);
        if (!trusted.contain(peer)) {
            return direct;
        }
        List<Hop> standard = standardHops(headers.forwarded());
        return follow(direct, standard.isEmpty() ? customaryHops(headers) : standard, trusted);
    }

    private static Forwarding follow(Forwarding direct, List<Hop> hops, TrustedProxies trusted) {
        Forwarding known = direct;
        List<Hop> nearest = hops.subList(Math.max(0, hops.size() - MOST_HOPS), hops.size());
        for (Hop hop : nearest.reversed()) {
            Optional<InetAddress> address =
                    Optional.ofNullable(hop.client()).flatMap(IpLiteral::parseNode);
            known =
                    new Forwarding(
                            address.orElse(known.client()),
                            hop.scheme() == null ? known.scheme() : hop.scheme(),
                            hop.host() == null ? known.host() : hop.host());
            if (address.isEmpty() || !trusted.contain(address.get())) {
                return known;
            }
        }
        return known;
    }

    private static List<Hop> customaryHops(Headers headers) {
        List<String> clients = items(headers.forwardedFor());
        List<String> schemes = items(headers.forwardedProto());
        List<String> hosts = items(headers.forwardedHost());
        List<Hop> hops = new ArrayList<>();
        for (int i = 0; i < clients.size(); i++) {
            hops.add(
                    new Hop(
                            clients.get(i),
                            aligned(schemes, i, clients.size()),
                            aligned(hosts, i, clients.size())));
        }
        return hops;
    }

    /** The item that the same proxy wrote; with fewer items than proxies the nearest one's. */
    private static @Nullable String aligned(List<String> items, int index, int size) {
        if (items.isEmpty()) {
            return null;
        }
        return items.size() == size ? items.get(index) : items.getLast();
    }

    private static List<String> items(List<String> lines) {
        List<String> items = new ArrayList<>();
        for (String line : lines) {
            for (String item : line.split(",", -1)) {
                items.add(item.strip());
            }
        }
        return items;
    }

    private static List<Hop> standardHops(List<String> lines) {
        List<Hop> hops = new ArrayList<>();
        for (String element : items(lines)) {
            @Nullable String client = null;
            @Nullable String scheme = null;
            @Nullable String host = null;
            for (String pair : element.split(";", -1)) {
                int equals = pair.indexOf('=');
                String name = equals < 0 ? "" : pair.substring(0, equals).strip();
                String value = equals < 0 ? "" : unquoted(pair.substring(equals + 1).strip());
                switch (name.toLowerCase(Locale.ROOT)) {
                    case "for" -> client = value;
                    case "proto" -> scheme = value;
                    case "host" -> host = value;
                    default -> {}
                }
            }
            hops.add(new Hop(client, scheme, host));
        }
        return hops;
    }

    private static String unquoted(String value) {
        boolean quoted = value.length() > 1 && value.startsWith("\"") && value.endsWith("\"");
        return quoted ? value.substring(1, value.length() - 1) : value;
    }
}

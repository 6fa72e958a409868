package dev.preflight.web.proxies;

import java.net.InetAddress;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads IP addresses that are written as such, and never asks a name server. */
final class IpLiteral {

    private static final String OCTET = "(25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)";
    private static final Pattern IPV4 = Pattern.compile(OCTET + "(\\." + OCTET + "){3}");
    private static final Pattern IPV6 =
            Pattern.compile("[0-9a-fA-F:]{2,39}|[0-9a-fA-F:]{2,30}[0-9.]{7,15}");

    private IpLiteral() {}

    /** An address without port, brackets or zone; IPv4 in IPv6 is IPv4. */
    static Optional<InetAddress> parse(String text) {
        boolean ipv6 = text.contains(":") && IPV6.matcher(text).matches();
        if (!ipv6 && !IPV4.matcher(text).matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(InetAddress.ofLiteral(text));
        } catch (IllegalArgumentException notAnAddress) {
            return Optional.empty();
        }
    }

    /**
     * An address as proxies write it: bare, with a port, in brackets with or without a port, and
     * all of these in quotes.
     */
    static Optional<InetAddress> parseNode(String text) {
        String node = text.strip();
        if (node.length() > 1 && node.startsWith("\"") && node.endsWith("\"")) {
            node = node.substring(1, node.length() - 1);
        }
        if (node.startsWith("[")) {
            int end = node.indexOf(']');
            boolean wellFormed = end > 0 && node.substring(end + 1).matches("(:[0-9]{1,5})?");
            return wellFormed ? parse(node.substring(1, end)) : Optional.empty();
        }
        int colon = node.indexOf(':');
        boolean hasPort = colon > 0 && node.indexOf(':', colon + 1) < 0;
        if (!hasPort) {
            return parse(node);
        }
        return node.substring(colon + 1).matches("[0-9]{1,5}")
                ? parse(node.substring(0, colon))
                : Optional.empty();
    }
}

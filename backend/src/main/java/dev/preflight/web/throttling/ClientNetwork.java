package dev.preflight.web.throttling;

import org.jspecify.annotations.Nullable;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * What of an address counts as one client: whoever has an IPv6 network has all its addresses, and
 * whoever wants to guess has no trouble to get many networks of one site.
 */
public final class ClientNetwork {

    private static final int NETWORK_BITS = 64;
    private static final int SITE_BITS = 48;

    private ClientNetwork() {}

    /**
     * The IPv4 address, the first 64 bits of an IPv6 address, or the same word for all that are
     * neither.
     */
    public static String of(@Nullable String address) {
        return prefix(address, NETWORK_BITS);
    }

    /** The same with the first 48 bits, which is what a site gets (RFC 6177). */
    public static String siteOf(@Nullable String address) {
        return prefix(address, SITE_BITS);
    }

    private static String prefix(@Nullable String address, int bits) {
        if (address == null) {
            return "unknown";
        }
        try {
            InetAddress parsed = InetAddress.ofLiteral(address.replaceFirst("%.*$", ""));
            if (parsed instanceof Inet4Address) {
                return parsed.getHostAddress();
            }
            byte[] prefix = Arrays.copyOf(parsed.getAddress(), bits / Byte.SIZE);
            return HexFormat.of().formatHex(prefix) + "/" + bits;
        } catch (IllegalArgumentException notAnAddress) {
            return "unknown";
        }
    }
}

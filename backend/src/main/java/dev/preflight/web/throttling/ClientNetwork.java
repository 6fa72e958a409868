package dev.preflight.web.throttling;

import org.jspecify.annotations.Nullable;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.HexFormat;

/** What of an address counts as one client: whoever has an IPv6 network has all its addresses. */
public final class ClientNetwork {

    private static final int IPV6_PREFIX_BYTES = 8;

    private ClientNetwork() {}

    /**
     * The IPv4 address, the first 64 bits of an IPv6 address, or the same word for all that are
     * neither.
     */
    public static String of(@Nullable String address) {
        if (address == null) {
            return "unknown";
        }
        try {
            InetAddress parsed = InetAddress.ofLiteral(address.replaceFirst("%.*$", ""));
            if (parsed instanceof Inet4Address) {
                return parsed.getHostAddress();
            }
            byte[] prefix = Arrays.copyOf(parsed.getAddress(), IPV6_PREFIX_BYTES);
            return HexFormat.of().formatHex(prefix) + "/64";
        } catch (IllegalArgumentException notAnAddress) {
            return "unknown";
        }
    }
}

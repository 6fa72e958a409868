package dev.preflight.crossorigin.policy;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Which host names always mean this machine (RFC 6761 §6.3, RFC 1122 §3.2.1.3, RFC 4291 §2.5.3).
 */
public final class Loopback {

    private static final Pattern IPV4 =
            Pattern.compile("127(\\.(25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)){3}");

    private Loopback() {}

    /**
     * Whether a host, without a port, is {@code localhost}, below it, in 127.0.0.0/8, or {@code
     * [::1]}.
     */
    public static boolean isHost(String host) {
        String lower = host.toLowerCase(Locale.ROOT);
        return lower.equals("localhost")
                || lower.endsWith(".localhost")
                || lower.equals("[::1]")
                || IPV4.matcher(lower).matches();
    }

    /** Whether a Host header's value, with or without a port, names this machine. */
    public static boolean isHostHeader(String value) {
        int colon = value.lastIndexOf(':');
        boolean hasPort = colon > value.lastIndexOf(']');
        return isHost(hasPort ? value.substring(0, colon) : value);
    }
}

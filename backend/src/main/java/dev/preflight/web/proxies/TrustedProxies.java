package dev.preflight.web.proxies;

import com.google.common.base.CharMatcher;
import com.google.common.net.InetAddresses;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The proxies whose forwarding headers are believed; everybody else can write such headers, too.
 */
public final class TrustedProxies {

    private static final String EXAMPLE =
            "Write PREFLIGHT_TRUSTED_PROXIES=10.0.0.5 or a range such as 10.0.0.0/24";

    /** A wider range is no network of one operator: no provider gives more than these at once. */
    private static final int WIDEST_IPV4 = 8;

    private static final int WIDEST_IPV6 = 16;

    private final List<AddressRange> ranges;
    private final List<Mistake> mistakes;

    private TrustedProxies(List<AddressRange> ranges, List<Mistake> mistakes) {
        this.ranges = List.copyOf(ranges);
        this.mistakes = List.copyOf(mistakes);
    }

    /**
     * An entry that is no address and no range.
     *
     * @param instead what to write
     */
    public record Mistake(String entry, String why, String instead) {}

    /** Reads addresses and CIDR ranges, separated by commas; never fails. */
    public static TrustedProxies parse(String list) {
        List<AddressRange> ranges = new ArrayList<>();
        List<Mistake> mistakes = new ArrayList<>();
        if (!list.isBlank()) {
            for (String entry : list.split(",", -1)) {
                parseEntry(entry.strip(), ranges, mistakes);
            }
        }
        return new TrustedProxies(ranges, mistakes);
    }

    private static void parseEntry(
            String entry, List<AddressRange> ranges, List<Mistake> mistakes) {
        String[] parts = entry.split("/", 2);
        Optional<AddressRange> single = address(parts[0]).map(AddressRange::of);
        if (single.isEmpty()) {
            mistakes.add(
                    new Mistake(
                            entry,
                            "it is no IP address, and a name could be made to point elsewhere",
                            EXAMPLE));
            return;
        }
        if (parts.length == 1) {
            ranges.add(single.get());
            return;
        }
        int bits = single.get().prefix();
        int widest = bits == 32 ? WIDEST_IPV4 : WIDEST_IPV6;
        int prefix = parts[1].matches("\\d{1,3}") ? Integer.parseInt(parts[1]) : -1;
        if (prefix < widest || prefix > bits) {
            mistakes.add(
                    new Mistake(
                            entry,
                            "a range ends in a number of bits from "
                                    + widest
                                    + " to "
                                    + bits
                                    + ": a wider one holds strangers, who could claim any address",
                            EXAMPLE));
            return;
        }
        AddressRange range = new AddressRange(single.get().first(), prefix);
        if (range.equals(range.normalized())) {
            ranges.add(range);
            return;
        }
        mistakes.add(
                new Mistake(
                        entry,
                        "that address is inside the range, not its start",
                        "Write PREFLIGHT_TRUSTED_PROXIES="
                                + range.normalized()
                                + ", or the address without /"
                                + prefix));
    }

    /** An address without port, brackets or zone, and never a name; IPv4 in IPv6 is IPv4. */
    static Optional<InetAddress> address(String text) {
        return !text.contains("%")
                        && CharMatcher.ascii().matchesAllOf(text)
                        && InetAddresses.isInetAddress(text)
                ? Optional.of(InetAddresses.forString(text))
                : Optional.empty();
    }

    /** What is wrong with the list. */
    public List<Mistake> mistakes() {
        return mistakes;
    }

    /** Whether no proxy is trusted, and so no forwarding header believed. */
    public boolean isEmpty() {
        return ranges.isEmpty();
    }

    boolean contain(InetAddress address) {
        return ranges.stream().anyMatch(range -> range.contains(address));
    }
}

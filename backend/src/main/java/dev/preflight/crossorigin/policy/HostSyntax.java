package dev.preflight.crossorigin.policy;

import org.jspecify.annotations.Nullable;

import java.math.BigInteger;
import java.net.IDN;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How browsers write a host (URL §3.5, "host serializing"), and what is wrong with another way. */
final class HostSyntax {

    private static final Pattern LABEL = Pattern.compile("[a-z0-9_-]{1,63}");
    private static final Pattern NAME = Pattern.compile("[a-z0-9._-]+");
    private static final Pattern NUMBER = Pattern.compile("0[xX][0-9a-fA-F]*|\\d+");
    private static final Pattern DOTTED =
            Pattern.compile("((25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)(\\.(?!$)|$)){4}");
    private static final Pattern LONGEST_ZEROS = Pattern.compile("\\b0(?::0)+\\b");
    private static final int LONGEST = 253;

    /** What is wrong, and the host as a browser would write it, if there is one. */
    record Problem(PolicyRule rule, String why, Optional<String> instead) {}

    private HostSyntax() {}

    /** Empty for a host that is written exactly as browsers write it. */
    static Optional<Problem> problem(String host) {
        if (host.length() > LONGEST) {
            return Optional.of(
                    new Problem(
                            PolicyRule.ORIGIN_INVALID,
                            "the name of a host has at most " + LONGEST + " characters",
                            Optional.empty()));
        }
        if (host.startsWith("[")) {
            return ipv6Problem(host);
        }
        if (host.chars().anyMatch(letter -> letter > 127)) {
            return Optional.of(
                    new Problem(
                            PolicyRule.ORIGIN_NOT_ASCII,
                            "browsers send names with other letters in their ASCII form",
                            ascii(host)));
        }
        String lower = host.toLowerCase(Locale.ROOT);
        if (!lower.equals(host)) {
            return Optional.of(
                    new Problem(
                            PolicyRule.ORIGIN_CASE,
                            "browsers send a host in lower case, and origins are compared byte for"
                                    + " byte",
                            Optional.of(lower)));
        }
        List<String> labels = List.of(host.split("\\.", -1));
        if (NUMBER.matcher(labels.getLast()).matches()) {
            return ipv4Problem(host, labels);
        }
        if (labels.stream().allMatch(label -> LABEL.matcher(label).matches())) {
            return Optional.empty();
        }
        boolean dotAtEnd = labels.size() > 1 && labels.getLast().isEmpty();
        return Optional.of(
                new Problem(
                        PolicyRule.ORIGIN_INVALID,
                        dotAtEnd
                                ? "the dot at the end makes it another name than people open"
                                : "that is not the name of a host",
                        dotAtEnd ? Optional.of(withoutDotsAtEnd(host)) : Optional.empty()));
    }

    private static String withoutDotsAtEnd(String host) {
        int end = host.length();
        while (end > 0 && host.charAt(end - 1) == '.') {
            end--;
        }
        return host.substring(0, end);
    }

    /** What is no name even then, as of letters that become a slash, stands for none. */
    private static Optional<String> ascii(String host) {
        try {
            return Optional.of(IDN.toASCII(host).toLowerCase(Locale.ROOT))
                    .filter(name -> NAME.matcher(name).matches());
        } catch (RuntimeException notAName) {
            // Besides what it declares it throws whatever its tables stumble over.
            return Optional.empty();
        }
    }

    private static Optional<Problem> ipv4Problem(String host, List<String> labels) {
        if (DOTTED.matcher(host).matches()) {
            return Optional.empty();
        }
        return Optional.of(
                new Problem(
                        PolicyRule.ORIGIN_IP_FORM,
                        "browsers send an IPv4 address as four decimal numbers",
                        dotted(labels)));
    }

    /** The "IPv4 parser" of the URL standard: one to four numbers, hexadecimal and octal too. */
    private static Optional<String> dotted(List<String> labels) {
        if (labels.size() > 4) {
            return Optional.empty();
        }
        long address = 0;
        for (int i = 0; i < labels.size(); i++) {
            BigInteger number = number(labels.get(i));
            boolean last = i == labels.size() - 1;
            int bits = last ? 8 * (5 - labels.size()) : 8;
            if (number == null || number.bitLength() > bits) {
                return Optional.empty();
            }
            address += number.longValue() << (last ? 0 : 8 * (3 - i));
        }
        return Optional.of(
                "%d.%d.%d.%d"
                        .formatted(
                                address >> 24,
                                address >> 16 & 255,
                                address >> 8 & 255,
                                address & 255));
    }

    private static @Nullable BigInteger number(String label) {
        if (!NUMBER.matcher(label).matches()) {
            return null;
        }
        if (label.startsWith("0x") || label.startsWith("0X")) {
            return label.length() == 2 ? BigInteger.ZERO : new BigInteger(label.substring(2), 16);
        }
        boolean octal = label.length() > 1 && label.startsWith("0");
        if (octal && !label.matches("[0-7]+")) {
            return null;
        }
        return new BigInteger(label, octal ? 8 : 10);
    }

    private static Optional<Problem> ipv6Problem(String host) {
        Optional<InetAddress> address = address(host);
        if (address.isEmpty()) {
            return Optional.of(
                    new Problem(
                            PolicyRule.ORIGIN_IP_FORM,
                            "that is not an IPv6 address",
                            Optional.empty()));
        }
        if (address.get() instanceof Inet4Address mapped) {
            return Optional.of(
                    new Problem(
                            PolicyRule.ORIGIN_IP_FORM,
                            "it is an IPv4 address in the form of IPv6, which nobody opens",
                            Optional.of(mapped.getHostAddress())));
        }
        String canonical = "[" + compressed(address.get()) + "]";
        return canonical.equals(host)
                ? Optional.empty()
                : Optional.of(
                        new Problem(
                                PolicyRule.ORIGIN_IP_FORM,
                                "browsers send an IPv6 address in its shortest form",
                                Optional.of(canonical)));
    }

    private static Optional<InetAddress> address(String host) {
        if (!host.endsWith("]") || !host.contains(":") || host.contains("%")) {
            return Optional.empty();
        }
        try {
            return Optional.of(InetAddress.ofLiteral(host.substring(1, host.length() - 1)));
        } catch (IllegalArgumentException notAnAddress) {
            return Optional.empty();
        }
    }

    /** The first longest run of zeros becomes {@code ::} (RFC 5952 §4.2). */
    private static String compressed(InetAddress address) {
        String full = address.getHostAddress();
        List<String> runs = new ArrayList<>();
        Matcher zeros = LONGEST_ZEROS.matcher(full);
        while (zeros.find()) {
            runs.add(zeros.group());
        }
        String longest = "";
        for (String run : runs) {
            if (run.length() > longest.length()) {
                longest = run;
            }
        }
        if (longest.isEmpty()) {
            return full;
        }
        Matcher first = Pattern.compile("(^|:)" + longest + "(:|$)").matcher(full);
        return first.replaceFirst("::");
    }
}

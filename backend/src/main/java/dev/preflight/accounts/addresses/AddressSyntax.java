package dev.preflight.accounts.addresses;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The addresses that every mail server understands: a dot-string of ASCII and a domain (RFC 5321
 * §4.1.2). What needs SMTPUTF8 (RFC 6531) is left out: where a server lacks it, letters of other
 * alphabets turn into those of somebody else's address.
 */
public final class AddressSyntax {

    /** The longest path, without its brackets (RFC 5321 §4.5.3.1.3). */
    private static final int LONGEST = 254;

    static final String MALFORMED = "Write an e-mail address, such as name@example.com.";

    private static final String MISSING = "Enter your e-mail address.";
    private static final String TOO_LONG = "Write at most 254 characters.";
    private static final String NOT_PLAIN =
            "Write an e-mail address with plain letters, such as name@example.com.";
    private static final String NOT_PLAIN_DOMAIN =
            "Write what follows the @ in its xn-- form, such as name@xn--bcher-kva.example.";

    private static final int LONGEST_LOCAL_PART = 64;

    /** RFC 5322 §3.2.3. */
    private static final String ATOM = "[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+";

    private static final String LABEL = "(?!-)[A-Za-z0-9-]{1,63}(?<!-)";

    private static final Pattern LOCAL_PART = Pattern.compile(ATOM + "(\\." + ATOM + ")*");

    /** At least two labels; a last one of digits is of an IP address, which needs brackets. */
    private static final Pattern DOMAIN = Pattern.compile("(" + LABEL + "\\.)+(?![0-9]+$)" + LABEL);

    private AddressSyntax() {}

    /**
     * What is wrong with an address, as a sentence for who typed it; empty if nothing is. Spaces
     * around it are not.
     */
    static Optional<String> problem(String typed) {
        if (typed.length() > LONGEST) {
            return Optional.of(TOO_LONG);
        }
        String address = typed.strip();
        if (address.isEmpty()) {
            return Optional.of(MISSING);
        }
        int at = address.lastIndexOf('@');
        String local = address.substring(0, Math.max(at, 0));
        String domain = address.substring(at + 1);
        if (!isPrintable(local)) {
            return Optional.of(NOT_PLAIN);
        }
        if (!isPrintable(domain)) {
            return Optional.of(at < 0 ? NOT_PLAIN : NOT_PLAIN_DOMAIN);
        }
        boolean right =
                local.length() <= LONGEST_LOCAL_PART
                        && LOCAL_PART.matcher(local).matches()
                        && DOMAIN.matcher(domain).matches();
        return right ? Optional.empty() : Optional.of(MALFORMED);
    }

    /** Whether a text is of printable ASCII alone, which any mail server takes as it is. */
    public static boolean isPrintable(String text) {
        return text.chars().allMatch(letter -> letter >= ' ' && letter <= '~');
    }

    /**
     * The mailbox that an address most likely leads to: {@code name+tag@} is {@code name@} with
     * most providers (RFC 5233). It says what to count together, never who somebody is.
     */
    public static String mailbox(String address) {
        int at = address.lastIndexOf('@');
        int tag = address.indexOf('+');
        return tag > 0 && tag < at ? address.substring(0, tag) + address.substring(at) : address;
    }
}

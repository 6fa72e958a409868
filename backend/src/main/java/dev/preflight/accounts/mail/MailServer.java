package dev.preflight.accounts.mail;

import dev.preflight.accounts.addresses.AddressSyntax;

import io.micronaut.context.exceptions.ConfigurationException;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;

import org.jspecify.annotations.Nullable;

import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Properties;

/**
 * The SMTP server that {@code PREFLIGHT_MAIL_URL} names, and who the mails are from.
 *
 * @param implicitTls {@code smtps}: TLS from the first byte; otherwise STARTTLS (RFC 8314 §3)
 * @param from the sender, one mailbox (RFC 5322 §3.4)
 */
record MailServer(
        String host,
        int port,
        boolean implicitTls,
        @Nullable Credentials credentials,
        InternetAddress from) {

    private static final int SUBMISSION = 587;
    private static final int SUBMISSIONS = 465;
    private static final String TIMEOUT_MILLIS = "15000";
    private static final String EXAMPLE =
            "smtp://user:password@mail.example.com:587 or"
                    + " smtps://user:password@mail.example.com:465";

    /** What the server wants to know who sends. */
    record Credentials(String user, String password) {

        @Override
        public String toString() {
            return "Credentials[]";
        }
    }

    /**
     * Reads the two variables; no message repeats what may be a password.
     *
     * @throws ConfigurationException if they make no sense
     */
    static MailServer of(MailSettings settings) {
        URI uri = parse(settings.url().strip());
        String scheme = uri.getScheme().toLowerCase(Locale.ROOT);
        boolean implicitTls = scheme.equals("smtps");
        if (!implicitTls && !scheme.equals("smtp")) {
            throw new ConfigurationException(
                    "PREFLIGHT_MAIL_URL begins with " + scheme + ": write " + EXAMPLE + ".");
        }
        String host = uri.getHost();
        String path = uri.getRawPath();
        boolean bare = path == null || path.isEmpty() || path.equals("/");
        if (host == null || !bare || uri.getRawQuery() != null || uri.getRawFragment() != null) {
            throw unreadable();
        }
        int port = uri.getPort() == -1 ? (implicitTls ? SUBMISSIONS : SUBMISSION) : uri.getPort();
        return new MailServer(
                host, port, implicitTls, credentials(uri), sender(settings.from().strip()));
    }

    private static URI parse(String url) {
        try {
            URI uri = new URI(url);
            if (uri.getScheme() != null && uri.getRawAuthority() != null) {
                return uri;
            }
        } catch (URISyntaxException notAUrl) {
            // Not kept as a cause: its message repeats the URL.
        }
        throw unreadable();
    }

    private static ConfigurationException unreadable() {
        return new ConfigurationException(
                "PREFLIGHT_MAIL_URL is not the URL of a mail server: write "
                        + EXAMPLE
                        + ", and in the user and the password %40 for @, %3A for :, %2F for / and"
                        + " %25 for %.");
    }

    private static @Nullable Credentials credentials(URI uri) {
        String given = uri.getRawUserInfo();
        if (given == null) {
            return null;
        }
        String[] parts = given.split(":", 2);
        if (parts.length < 2 || parts[0].isEmpty() || parts[1].isEmpty()) {
            throw new ConfigurationException(
                    "PREFLIGHT_MAIL_URL names only one of user and password: write both, or neither"
                            + " if the mail server asks for none.");
        }
        return new Credentials(decode(parts[0]), decode(parts[1]));
    }

    private static String decode(String encoded) {
        return URLDecoder.decode(encoded.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    private static InternetAddress sender(String from) {
        if (from.isEmpty()) {
            throw new ConfigurationException(
                    "PREFLIGHT_MAIL_FROM is missing, and mails need a sender: write the address"
                            + " that they shall come from, such as Preflight"
                            + " <no-reply@example.com>.");
        }
        try {
            InternetAddress[] addresses = InternetAddress.parse(from, true);
            if (addresses.length == 1
                    && !addresses[0].isGroup()
                    && from.chars().noneMatch(Character::isISOControl)
                    && AddressSyntax.isPrintable(addresses[0].getAddress())
                    && addresses[0].getAddress().indexOf('@') > 0) {
                return addresses[0];
            }
        } catch (AddressException notAnAddress) {
            // Told below.
        }
        throw new ConfigurationException(
                "PREFLIGHT_MAIL_FROM is not one e-mail address: write the address that mails shall"
                        + " come from, such as Preflight <no-reply@example.com>.");
    }

    /**
     * How the mail library is to speak with the server: never without TLS, unless the server is on
     * this machine, and always with the name in its certificate checked.
     */
    Properties toProperties() {
        Properties properties = new Properties();
        properties.setProperty("mail.transport.protocol", "smtp");
        properties.setProperty("mail.smtp.host", bareHost());
        properties.setProperty("mail.smtp.port", Integer.toString(port));
        properties.setProperty("mail.smtp.auth", Boolean.toString(credentials != null));
        properties.setProperty("mail.smtp.ssl.enable", Boolean.toString(implicitTls));
        properties.setProperty("mail.smtp.starttls.enable", Boolean.toString(!implicitTls));
        properties.setProperty(
                "mail.smtp.starttls.required",
                Boolean.toString(!implicitTls && !isOnThisMachine()));
        properties.setProperty("mail.smtp.ssl.checkserveridentity", "true");
        properties.setProperty("mail.smtp.ssl.protocols", "TLSv1.3 TLSv1.2");
        properties.setProperty("mail.smtp.connectiontimeout", TIMEOUT_MILLIS);
        properties.setProperty("mail.smtp.timeout", TIMEOUT_MILLIS);
        properties.setProperty("mail.smtp.writetimeout", TIMEOUT_MILLIS);
        // The library would put this machine's name and user into each mail's id.
        properties.setProperty("mail.from", from.getAddress());
        return properties;
    }

    private boolean isOnThisMachine() {
        if (host.equalsIgnoreCase("localhost")) {
            return true;
        }
        try {
            return InetAddress.ofLiteral(bareHost()).isLoopbackAddress();
        } catch (IllegalArgumentException aName) {
            return false;
        }
    }

    private String bareHost() {
        return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    }
}

package dev.preflight.crossorigin.policy;

import com.google.common.net.InternetDomainName;

import java.util.Locale;

/**
 * What browsers mean by a site when they decide whether to send a {@code SameSite} cookie: a scheme
 * and a registrable domain (HTML §7.1.1.1), by the Public Suffix List.
 *
 * @param domain the registrable domain; the host where it has none, such as an IP address, {@code
 *     localhost} or a public suffix
 */
public record Site(String scheme, String domain) {

    /** How the pages of one origin stand to a server of another. */
    public enum Relation {
        SAME_ORIGIN,
        SAME_SITE,
        CROSS_SITE;

        /** As in {@code Sec-Fetch-Site}. */
        public String id() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        /** For people. */
        public String words() {
            return id().replace('-', ' ');
        }
    }

    /** The site of an origin. */
    public static Site of(Origin origin) {
        return new Site(origin.scheme(), domain(origin.host()));
    }

    /** How two origins stand to each other. */
    public static Relation relation(Origin one, Origin other) {
        if (one.equals(other)) {
            return Relation.SAME_ORIGIN;
        }
        return of(one).equals(of(other)) ? Relation.SAME_SITE : Relation.CROSS_SITE;
    }

    private static String domain(String host) {
        boolean address = host.startsWith("[") || Character.isDigit(host.charAt(lastLabel(host)));
        if (address || !InternetDomainName.isValid(host)) {
            return host;
        }
        InternetDomainName name = InternetDomainName.from(host);
        if (name.hasPublicSuffix()) {
            return name.isUnderPublicSuffix() ? name.topPrivateDomain().toString() : host;
        }
        // The list's default rule is *: an unlisted last label is a public suffix.
        int suffix = lastLabel(host);
        return suffix == 0 ? host : host.substring(host.lastIndexOf('.', suffix - 2) + 1);
    }

    private static int lastLabel(String host) {
        return host.lastIndexOf('.') + 1;
    }
}

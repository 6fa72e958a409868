package dev.preflight.crossorigin.policy;

import dev.preflight.crossorigin.policy.PolicyConfiguration.Clients;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Whether the session's cookies come back from the clients' pages. */
final class CookieCheck {

    private static final String VARIABLE = "PREFLIGHT_COOKIE_SAME_SITE";

    private CookieCheck() {}

    static List<Finding> check(PolicyConfiguration configuration) {
        String sameSite = configuration.cookieSameSite();
        if (CookieAttributes.known(sameSite).isEmpty()) {
            return List.of(
                    Finding.mistake(
                            PolicyRule.COOKIE_SAME_SITE,
                            VARIABLE,
                            sameSite,
                            "browsers know Lax, Strict and None",
                            "Write " + VARIABLE + "=Lax"));
        }
        Optional<Origin> own = configuration.ownOrigin();
        if (own.isEmpty()) {
            return List.of();
        }
        CookieAttributes cookies = CookieAttributes.of(sameSite, own.get().isSecure());
        List<Finding> findings = new ArrayList<>();
        for (Origin client : onOtherSites(configuration, own.get())) {
            String apart =
                    client.serialized() + " is on another site than " + own.get().serialized();
            findings.add(
                    cookies.partitioned()
                            ? Finding.warning(
                                    PolicyRule.COOKIE_THIRD_PARTY,
                                    VARIABLE,
                                    sameSite,
                                    apart
                                            + ", so its session is a third-party cookie, which"
                                            + " Safari and some settings of other browsers block",
                                    "Serve both from one site if everybody has to be able to log"
                                            + " in")
                            : Finding.mistake(
                                    PolicyRule.COOKIE_NEVER_SENT,
                                    VARIABLE,
                                    sameSite,
                                    apart
                                            + difference(client, own.get())
                                            + ", so browsers would send no session from its pages,"
                                            + " and nobody could log in there",
                                    "Write " + VARIABLE + "=None, or serve both from one site"));
        }
        if (cookies.partitioned() && !own.get().isSecure()) {
            findings.add(
                    Finding.warning(
                            PolicyRule.COOKIE_REFUSED_BY_SAFARI,
                            VARIABLE,
                            sameSite,
                            "that needs Secure, and Safari stores no Secure cookie of plain http,"
                                    + " even on this machine",
                            "Use another browser here, or https"));
        }
        return findings;
    }

    private static List<Origin> onOtherSites(PolicyConfiguration configuration, Origin own) {
        return configuration.clients().stream()
                .filter(Clients::credentials)
                .flatMap(entry -> entry.writtenOrigins().stream())
                .flatMap(text -> Origin.canonical(text).stream())
                .distinct()
                // One on this machine is a mistake of its own on a public server.
                .filter(client -> configuration.isHome() || !client.isLoopback())
                .filter(client -> Site.relation(client, own) == Site.Relation.CROSS_SITE)
                .toList();
    }

    private static String difference(Origin client, Origin own) {
        Site one = Site.of(client);
        Site other = Site.of(own);
        return one.domain().equals(other.domain())
                ? " (" + one.scheme() + " and " + other.scheme() + " are two sites)"
                : " (" + one.domain() + " and " + other.domain() + ")";
    }
}

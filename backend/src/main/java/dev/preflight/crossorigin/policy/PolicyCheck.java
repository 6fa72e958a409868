package dev.preflight.crossorigin.policy;

import dev.preflight.crossorigin.policy.PolicyConfiguration.Clients;
import dev.preflight.crossorigin.policy.PolicyConfiguration.Listener;
import dev.preflight.web.proxies.Loopback;
import dev.preflight.web.proxies.TrustedProxies;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds every mistake of a cross-origin configuration at once; a pure function. */
public final class PolicyCheck {

    private static final String PUBLIC_URL = "PREFLIGHT_PUBLIC_URL";

    private PolicyCheck() {}

    /** All that is wrong, the server's own address first. */
    public static List<Finding> check(PolicyConfiguration configuration) {
        List<Finding> findings = new ArrayList<>();
        Optional<Origin> own = configuration.ownOrigin();
        if (own.isEmpty()) {
            findings.add(notAnOrigin(configuration.publicUrl()));
        } else {
            place(configuration, own.get(), findings);
        }
        findings.addAll(OriginsCheck.check(configuration));
        for (Clients entry : configuration.clients()) {
            if (entry.origins().isPresent()) {
                findings.addAll(NamesCheck.check(entry));
            }
        }
        whatOnlyBlocks(configuration, findings);
        findings.addAll(CookieCheck.check(configuration));
        for (TrustedProxies.Mistake mistake :
                TrustedProxies.parse(configuration.trustedProxies()).mistakes()) {
            findings.add(
                    Finding.mistake(
                            PolicyRule.TRUSTED_PROXIES,
                            "PREFLIGHT_TRUSTED_PROXIES",
                            mistake.entry(),
                            mistake.why(),
                            mistake.instead()));
        }
        return findings;
    }

    private static Finding notAnOrigin(String publicUrl) {
        return Finding.mistake(
                PolicyRule.PUBLIC_URL,
                PUBLIC_URL,
                publicUrl,
                "it has to be the origin that browsers see, scheme, host and port alone",
                "Write "
                        + PUBLIC_URL
                        + "="
                        + Origin.canonical(publicUrl)
                                .map(Origin::serialized)
                                .orElse("https://api.example.com"));
    }

    private static void place(
            PolicyConfiguration configuration, Origin own, List<Finding> findings) {
        if (own.isLoopback()) {
            configuration.listeners().forEach(listener -> listener(listener, own, findings));
            return;
        }
        if (!own.isSecure()) {
            findings.add(
                    Finding.mistake(
                            PolicyRule.PUBLIC_URL_INSECURE,
                            PUBLIC_URL,
                            configuration.publicUrl(),
                            "a server that others can reach needs https, or its sessions can be"
                                    + " read on the way",
                            "Write "
                                    + PUBLIC_URL
                                    + "="
                                    + own.overTls().serialized()
                                    + " and put a proxy with TLS before it"));
        }
        if (configuration.environments().contains("dev")) {
            findings.add(
                    Finding.mistake(
                            PolicyRule.DEVELOPMENT_IN_PUBLIC,
                            "MICRONAUT_ENVIRONMENTS",
                            "dev",
                            "that makes an account whose password everybody knows, so it is for"
                                    + " this machine alone, and PREFLIGHT_PUBLIC_URL is "
                                    + own.serialized(),
                            "Remove dev from MICRONAUT_ENVIRONMENTS"));
        }
    }

    private static void listener(Listener listener, Origin own, List<Finding> findings) {
        String host = listener.host().orElse("missing");
        if (Loopback.isHost(host) || host.equals("::1")) {
            return;
        }
        findings.add(
                Finding.mistake(
                        PolicyRule.LISTENS_BEYOND_HOME,
                        listener.key(),
                        host,
                        "PREFLIGHT_PUBLIC_URL says that this server is at home ("
                                + own.serialized()
                                + "), where it listens on loopback alone",
                        "Remove it, listen on 127.0.0.1, or set PREFLIGHT_PUBLIC_URL to the https"
                                + " address that browsers use"));
    }

    /** Tolerated at home, where people may want to see it. */
    private static void whatOnlyBlocks(PolicyConfiguration configuration, List<Finding> findings) {
        boolean inPublic = !configuration.isHome();
        List<Clients> entries =
                configuration.clients().stream()
                        .filter(entry -> !entry.writtenOrigins().isEmpty())
                        .toList();
        if (!entries.isEmpty() && !configuration.corsEnabled()) {
            findings.add(
                    new Finding(
                            inPublic,
                            PolicyRule.CORS_OFF,
                            "micronaut.server.cors.enabled",
                            "false",
                            "browsers will block everything that the clients read",
                            "Write micronaut.server.cors.enabled: true"));
        }
        for (Clients entry : entries) {
            if (!entry.credentials()) {
                String key = entry.key("allow-credentials");
                findings.add(
                        new Finding(
                                inPublic,
                                PolicyRule.CREDENTIALS_OFF,
                                key,
                                "false",
                                "browsers will block the answer of every request with the session,"
                                        + " and nobody can log in",
                                "Write " + key + ": true"));
            }
        }
    }
}

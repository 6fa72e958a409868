package dev.preflight.crossorigin;

import dev.preflight.crossorigin.policy.Finding;
import dev.preflight.crossorigin.policy.Origin;
import dev.preflight.crossorigin.policy.PolicyConfiguration;
import dev.preflight.crossorigin.policy.PolicyConfiguration.Clients;
import dev.preflight.crossorigin.policy.Site;

import io.micronaut.context.event.ApplicationEventListener;
import io.micronaut.core.order.Ordered;
import io.micronaut.runtime.server.event.ServerStartupEvent;

import jakarta.inject.Singleton;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Tells the log, in one table, which origins may call how, and what that deployment implies. */
@Singleton
final class DeploymentTable implements ApplicationEventListener<ServerStartupEvent>, Ordered {

    private static final Logger LOG = LoggerFactory.getLogger(DeploymentTable.class);

    private final StartCheck checked;
    private final SessionCookies cookies;

    DeploymentTable(StartCheck checked, SessionCookies cookies) {
        this.checked = checked;
        this.cookies = cookies;
    }

    @Override
    public void onApplicationEvent(ServerStartupEvent started) {
        Level level = checked.warnings().isEmpty() ? Level.INFO : Level.WARN;
        LOG.atLevel(level).log("{}", text());
    }

    private String text() {
        PolicyConfiguration configuration = checked.configuration();
        Origin own = configuration.ownOrigin().orElseThrow();
        List<String> lines = new ArrayList<>();
        lines.add("Who may call this server:");
        row(
                lines,
                "own origin",
                own.serialized()
                        + (own.isLoopback()
                                ? ", at home: nobody else can reach it"
                                : ", public: every rule is strict"));
        if (configuration.clientOrigins().isEmpty()) {
            row(lines, "clients", "none: the client that this server serves, on its own origin");
        }
        configuration.clients().forEach(entry -> clients(lines, entry, own));
        for (String cleared : cookies.clearing()) {
            row(lines, "cookie", cleared.replaceFirst("=; Max-Age=0", ""));
        }
        row(
                lines,
                "proxies",
                configuration.trustedProxies().isBlank()
                        ? "none is believed; name yours in PREFLIGHT_TRUSTED_PROXIES"
                        : "believed from " + configuration.trustedProxies());
        row(lines, "deployment", deployment(configuration, own));
        for (Finding warning : checked.warnings()) {
            row(lines, "warning", warning.sentence());
        }
        return String.join("\n", lines);
    }

    private static void clients(List<String> lines, Clients entry, Origin own) {
        List<Origin> origins =
                entry.origins().orElse(List.of()).stream()
                        .flatMap(text -> Origin.of(text).stream())
                        .toList();
        if (origins.isEmpty()) {
            return;
        }
        for (Origin origin : origins) {
            row(lines, "client", origin.serialized() + ", " + Site.relation(origin, own).words());
        }
        row(lines, "credentials", entry.credentials() ? "yes" : "no");
        row(lines, "methods", String.join(", ", entry.methods().orElse(List.of())));
        row(lines, "headers", String.join(", ", entry.headers().orElse(List.of())));
        row(lines, "exposed", String.join(", ", entry.exposedHeaders().orElse(List.of())));
        row(lines, "preflights", "remembered for " + entry.maxAge().orElse("1800") + " s");
    }

    private static String deployment(PolicyConfiguration configuration, Origin own) {
        List<Site.Relation> relations =
                configuration.clientOrigins().stream()
                        .map(client -> Site.relation(client, own))
                        .distinct()
                        .sorted()
                        .toList();
        if (relations.isEmpty()) {
            return "same origin: no CORS, no preflights, the cookies come back everywhere";
        }
        return relations.stream()
                .map(DeploymentTable::implication)
                .collect(Collectors.joining("; "));
    }

    private static String implication(Site.Relation relation) {
        return switch (relation) {
            case SAME_ORIGIN -> "same origin: no CORS, no preflights";
            case SAME_SITE ->
                    "same site: requests need CORS and preflights, and the cookies come back in"
                            + " every browser";
            case CROSS_SITE ->
                    "cross site: requests need CORS and preflights, and the cookies are third-party"
                            + " cookies, kept apart for each client's site by Partitioned where"
                            + " browsers know that, and blocked by Safari";
        };
    }

    private static void row(List<String> lines, String name, String value) {
        lines.add("  %-12s %s".formatted(name, value));
    }

    /** Before everything else that is said at the start. */
    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE;
    }
}

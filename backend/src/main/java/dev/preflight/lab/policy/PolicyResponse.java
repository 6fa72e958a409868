package dev.preflight.lab.policy;

import com.fasterxml.jackson.annotation.JsonInclude;

import dev.preflight.crossorigin.ClientPolicy;
import dev.preflight.crossorigin.StartCheck;
import dev.preflight.crossorigin.policy.CookieAttributes;
import dev.preflight.crossorigin.policy.Finding;
import dev.preflight.crossorigin.policy.Origin;
import dev.preflight.crossorigin.policy.Site;

import io.micronaut.http.HttpMethod;
import io.micronaut.http.server.cors.CorsOriginConfiguration;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;

import java.util.List;

/** Who may call this server, as its start log says too. */
@Serdeable
@JsonInclude(JsonInclude.Include.ALWAYS)
@Schema(name = "PolicyInForce", description = "Who may call this server.")
record PolicyResponse(
        @Schema(description = "This server's origin.") String ownOrigin,
        @Schema(description = "Whether only its own machine reaches it.") boolean home,
        boolean corsEnabled,
        @Schema(description = "The origins that may call, each with what it may do.")
                List<Client> clients,
        @Schema(requiredMode = Schema.RequiredMode.REQUIRED) CookieAttributes cookies,
        @Schema(description = "What does not work with it, and is tolerated.")
                List<Warning> warnings) {

    /** What pages of one origin may do. */
    @Serdeable
    @JsonInclude(JsonInclude.Include.ALWAYS)
    @Schema(name = "PolicyClient")
    record Client(
            String origin,
            @Schema(
                            type = "string",
                            allowableValues = {"same-origin", "same-site", "cross-site"},
                            description = "How it stands to this server.")
                    String relation,
            @Schema(
                            type = "string",
                            allowableValues = {"always", "third-party", "never"},
                            description =
                                    "Whether the session's cookies travel from its pages;"
                                            + " third-party: where the browser lets them.")
                    String cookiesTravel,
            boolean credentials,
            List<String> methods,
            List<String> requestHeaders,
            List<String> exposedHeaders,
            @Schema(description = "For how many seconds a preflight is remembered.") long maxAge,
            boolean privateNetwork) {

        static Client of(
                String origin,
                CorsOriginConfiguration allowed,
                Origin own,
                CookieAttributes cookies) {
            Site.Relation relation =
                    Origin.of(origin)
                            .map(client -> Site.relation(client, own))
                            .orElse(Site.Relation.CROSS_SITE);
            return new Client(
                    origin,
                    relation.id(),
                    cookiesTravel(relation, cookies),
                    allowed.isAllowCredentials(),
                    allowed.getAllowedMethods().stream().map(HttpMethod::name).toList(),
                    allowed.getAllowedHeaders(),
                    allowed.getExposedHeaders(),
                    Math.max(0, allowed.getMaxAge()),
                    allowed.isAllowPrivateNetwork());
        }

        private static String cookiesTravel(Site.Relation relation, CookieAttributes cookies) {
            if (relation != Site.Relation.CROSS_SITE) {
                return "always";
            }
            return cookies.sameSite().equals("None") ? "third-party" : "never";
        }
    }

    /** One thing that does not work. */
    @Serdeable
    @JsonInclude(JsonInclude.Include.ALWAYS)
    @Schema(name = "PolicyWarning", description = "One thing that does not work.")
    record Warning(
            String rule,
            @Schema(description = "The variable or key.") String key,
            @Schema(description = "The part of its value that is wrong.") String value,
            String why,
            @Schema(description = "The line to write, or what else to do.") String instead,
            @Schema(description = "All of it, as the server says it when it starts.")
                    String sentence) {

        static Warning of(Finding finding) {
            return new Warning(
                    finding.rule().id(),
                    finding.key(),
                    finding.value(),
                    finding.why(),
                    finding.instead(),
                    finding.sentence());
        }
    }

    static PolicyResponse of(StartCheck checked, ClientPolicy policy) {
        Origin own = checked.configuration().ownOrigin().orElseThrow();
        CookieAttributes cookies =
                CookieAttributes.of(checked.configuration().cookieSameSite(), own.isSecure());
        return new PolicyResponse(
                own.serialized(),
                own.isLoopback(),
                policy.isEnabled(),
                policy.origins().stream()
                        .map(
                                origin ->
                                        Client.of(
                                                origin,
                                                policy.allowing(origin).orElseThrow(),
                                                own,
                                                cookies))
                        .toList(),
                cookies,
                checked.warnings().stream().map(Warning::of).toList());
    }
}

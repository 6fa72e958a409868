package dev.preflight.lab.policy;

import com.fasterxml.jackson.annotation.JsonInclude;

import dev.preflight.crossorigin.answers.ClientPolicy;
import dev.preflight.crossorigin.policy.CookieAttributes;
import dev.preflight.crossorigin.policy.Origin;
import dev.preflight.crossorigin.policy.PolicyConfiguration;
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
        @Schema(requiredMode = Schema.RequiredMode.REQUIRED, description = "This server's origin.")
                String ownOrigin,
        @Schema(
                        requiredMode = Schema.RequiredMode.REQUIRED,
                        description = "Whether only its own machine reaches it.")
                boolean home,
        @Schema(requiredMode = Schema.RequiredMode.REQUIRED) boolean corsEnabled,
        @Schema(
                        requiredMode = Schema.RequiredMode.REQUIRED,
                        description = "The origins that may call, each with what it may do.")
                List<Client> clients,
        @Schema(requiredMode = Schema.RequiredMode.REQUIRED) Cookies cookies,
        @Schema(
                        requiredMode = Schema.RequiredMode.REQUIRED,
                        description = "What does not work with it, and is tolerated.")
                List<FindingResponse> warnings) {

    /** What pages of one origin may do. */
    @Serdeable
    @JsonInclude(JsonInclude.Include.ALWAYS)
    @Schema(name = "PolicyClient")
    record Client(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED) String origin,
            @Schema(
                            requiredMode = Schema.RequiredMode.REQUIRED,
                            type = "string",
                            allowableValues = {"same-origin", "same-site", "cross-site"},
                            description = "How it stands to this server.")
                    String relation,
            @Schema(
                            requiredMode = Schema.RequiredMode.REQUIRED,
                            type = "string",
                            allowableValues = {"always", "third-party", "never"},
                            description =
                                    "Whether the session's cookies travel from its pages;"
                                            + " third-party: where the browser lets them.")
                    String cookiesTravel,
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED) boolean credentials,
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED) List<String> methods,
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED) List<String> requestHeaders,
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED) List<String> exposedHeaders,
            @Schema(
                            requiredMode = Schema.RequiredMode.REQUIRED,
                            description = "For how many seconds a preflight is remembered.")
                    long maxAge,
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED) boolean privateNetwork) {

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

    /** What decides from where browsers send the session's cookies. */
    @Serdeable
    @JsonInclude(JsonInclude.Include.ALWAYS)
    @Schema(name = "PolicyCookies")
    record Cookies(
            @Schema(
                            requiredMode = Schema.RequiredMode.REQUIRED,
                            type = "string",
                            allowableValues = {"Lax", "Strict", "None"})
                    String sameSite,
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED) boolean secure,
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED) boolean partitioned) {}

    static PolicyResponse of(
            PolicyConfiguration configuration,
            ClientPolicy policy,
            List<FindingResponse> warnings) {
        Origin own = configuration.ownOrigin().orElseThrow();
        CookieAttributes cookies =
                CookieAttributes.of(configuration.cookieSameSite(), own.isSecure());
        List<Client> clients =
                policy.origins().stream()
                        .flatMap(
                                origin ->
                                        policy
                                                .allowing(origin)
                                                .map(it -> Client.of(origin, it, own, cookies))
                                                .stream())
                        .toList();
        return new PolicyResponse(
                own.serialized(),
                own.isLoopback(),
                policy.isEnabled(),
                clients,
                new Cookies(cookies.sameSite(), cookies.secure(), cookies.partitioned()),
                warnings);
    }
}

package dev.preflight.crossorigin;

import dev.preflight.crossorigin.policy.Origin;
import dev.preflight.crossorigin.policy.Site;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * Tells a page how it stands to this server, so that the client can say why its cookies do not come
 * back.
 */
@Controller("/api/deployment")
@Secured(SecurityRule.IS_ANONYMOUS)
@Tag(name = "Deployment")
class DeploymentController {

    private static final String UNKNOWN = "unknown";

    private final OwnOrigin own;
    private final ClientPolicy policy;
    private final SessionCookies cookies;

    DeploymentController(OwnOrigin own, ClientPolicy policy, SessionCookies cookies) {
        this.own = own;
        this.policy = policy;
        this.cookies = cookies;
    }

    @Get
    @Operation(operationId = "deployment", summary = "How this page stands to the server")
    DeploymentResponse deployment(HttpRequest<?> request) {
        List<String> origins = request.getHeaders().getAll(HttpHeaders.ORIGIN);
        @Nullable String page = origins.size() == 1 ? origins.getFirst() : null;
        return new DeploymentResponse(
                own.serialized(),
                page,
                relation(request, origins),
                allowed(origins),
                cookies.attributes());
    }

    /** Browsers leave the Origin out of a GET to their page's own origin. */
    private String relation(HttpRequest<?> request, List<String> origins) {
        if (origins.isEmpty()) {
            String site = request.getHeaders().get("Sec-Fetch-Site");
            return "same-origin".equals(site) ? Site.Relation.SAME_ORIGIN.id() : UNKNOWN;
        }
        if (origins.size() > 1) {
            return UNKNOWN;
        }
        return Origin.of(origins.getFirst())
                .map(page -> Site.relation(page, own.parts()).id())
                .orElse(UNKNOWN);
    }

    /** Without an Origin there is no other origin that could be refused. */
    private boolean allowed(List<String> origins) {
        return switch (origins.size()) {
            case 0 -> true;
            case 1 ->
                    origins.getFirst().equals(own.serialized())
                            || policy.allowing(origins.getFirst()).isPresent();
            default -> false;
        };
    }
}

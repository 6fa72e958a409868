package dev.preflight.crossorigin;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;

import org.jspecify.annotations.Nullable;

/** How the page that asks stands to this server. */
@Serdeable
@Schema(name = "Deployment", description = "How the page that asks stands to this server.")
record DeploymentResponse(
        @Schema(requiredMode = Schema.RequiredMode.REQUIRED, description = "This server's origin.")
                String publicOrigin,
        @Schema(description = "The request's Origin; none if it has none, or more than one.")
                @Nullable String pageOrigin,
        @Schema(
                        requiredMode = Schema.RequiredMode.REQUIRED,
                        type = "string",
                        allowableValues = {"same-origin", "same-site", "cross-site", "unknown"})
                String relation,
        @Schema(
                        requiredMode = Schema.RequiredMode.REQUIRED,
                        description = "Whether pages of that origin may call.")
                boolean allowed,
        @Schema(requiredMode = Schema.RequiredMode.REQUIRED) Cookies cookies) {

    /** What decides from where browsers send the session's cookies. */
    @Serdeable
    @Schema(name = "CookieAttributes")
    record Cookies(
            @Schema(
                            requiredMode = Schema.RequiredMode.REQUIRED,
                            type = "string",
                            allowableValues = {"Lax", "Strict", "None"})
                    String sameSite,
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED) boolean secure,
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED) boolean partitioned) {}
}

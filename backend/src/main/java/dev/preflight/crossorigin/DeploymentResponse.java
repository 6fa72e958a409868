package dev.preflight.crossorigin;

import dev.preflight.crossorigin.policy.CookieAttributes;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;

import org.jspecify.annotations.Nullable;

/** How the page that asks stands to this server. */
@Serdeable
@Schema(name = "Deployment", description = "How the page that asks stands to this server.")
record DeploymentResponse(
        @Schema(description = "This server's origin.") String publicOrigin,
        @Schema(description = "The request's Origin; none if it has none, or more than one.")
                @Nullable String pageOrigin,
        @Schema(
                        type = "string",
                        allowableValues = {"same-origin", "same-site", "cross-site", "unknown"})
                String relation,
        @Schema(description = "Whether pages of that origin may call.") boolean allowed,
        @Schema(requiredMode = Schema.RequiredMode.REQUIRED) CookieAttributes cookies) {}

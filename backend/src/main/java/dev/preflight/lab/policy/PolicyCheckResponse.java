package dev.preflight.lab.policy;

import com.fasterxml.jackson.annotation.JsonInclude;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;

import java.util.List;

/** What the server would say if it were started so. */
@Serdeable
@JsonInclude(JsonInclude.Include.ALWAYS)
@Schema(name = "PolicyCheckResult")
record PolicyCheckResponse(
        @Schema(requiredMode = Schema.RequiredMode.REQUIRED) boolean starts,
        @Schema(
                        requiredMode = Schema.RequiredMode.REQUIRED,
                        description = "In the order in which the server tells them.")
                List<FindingResponse> findings) {}

package dev.preflight.lab.policy;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import java.util.List;

/** Requests to try against the policy, all at once. */
@Serdeable
@Schema(name = "Simulation")
record SimulationRequest(
        @Schema(requiredMode = Schema.RequiredMode.REQUIRED)
                @NotEmpty(message = "Give at least one request.")
                @Size(max = 500, message = "Give at most 500 requests at once.")
                List<@NotNull(message = "Leave out empty requests.") @Valid SimulatedRequest>
                        requests) {}

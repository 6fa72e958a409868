package dev.preflight.lab;

import com.fasterxml.jackson.annotation.JsonInclude;

import dev.preflight.lab.description.RunRequest;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;

import java.time.Instant;
import java.util.List;

/** A run with its journal. */
@Serdeable
@JsonInclude(JsonInclude.Include.ALWAYS)
@Schema(name = "Run", description = "A run with its journal.")
record RunResponse(
        String id,
        Instant expiresAt,
        RunRequest run,
        @Schema(description = "The newest 100, the oldest of them first.")
                List<Exchange> exchanges) {

    static RunResponse of(Run run) {
        return new RunResponse(run.id(), run.expiresAt(), run.request(), run.journal().exchanges());
    }
}

package dev.preflight.lab;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;

import java.time.Instant;

/** Where a new run answers. */
@Serdeable
@Schema(name = "CreatedRun", description = "Where a new run answers.")
record CreatedRun(
        @Schema(description = "Admits whoever knows it to the run and its journal.") String id,
        @Schema(description = "Answers any method as described.") String path,
        Instant expiresAt) {

    static CreatedRun of(Run run) {
        return new CreatedRun(run.id(), Run.path(run.id()), run.expiresAt());
    }
}

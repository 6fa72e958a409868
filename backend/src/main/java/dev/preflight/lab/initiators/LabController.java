package dev.preflight.lab.initiators;

import dev.preflight.lab.LabReach;

import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;

/** Tells the Lab's page what this server's Lab has. */
@Controller("/api/lab")
@Secured(SecurityRule.IS_ANONYMOUS)
@Tag(name = "Lab")
class LabController {

    private final LabResponse lab;

    LabController(Initiators initiators, LabReach reach) {
        this.lab = new LabResponse(initiators.all(), reach.hasDoctor());
    }

    @Get
    @Operation(operationId = "readLab", summary = "What the Lab of this server has")
    LabResponse lab() {
        return lab;
    }
}

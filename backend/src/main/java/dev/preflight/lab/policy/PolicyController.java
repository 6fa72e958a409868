package dev.preflight.lab.policy;

import dev.preflight.crossorigin.ClientPolicy;
import dev.preflight.crossorigin.StartCheck;

import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;

/** The policy in force over HTTP. */
@Controller("/api/lab/policy")
@Secured(SecurityRule.IS_ANONYMOUS)
@Tag(name = "Lab")
class PolicyController {

    private final PolicyResponse policy;

    PolicyController(StartCheck checked, ClientPolicy policy) {
        this.policy = PolicyResponse.of(checked, policy);
    }

    @Get
    @Operation(operationId = "readPolicy", summary = "Who may call this server")
    PolicyResponse read() {
        return policy;
    }
}

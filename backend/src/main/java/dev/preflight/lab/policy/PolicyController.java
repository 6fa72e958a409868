package dev.preflight.lab.policy;

import dev.preflight.crossorigin.StartCheck;
import dev.preflight.crossorigin.answers.ClientPolicy;
import dev.preflight.crossorigin.policy.Finding;
import dev.preflight.crossorigin.policy.PolicyCheck;

import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;

import jakarta.validation.Valid;

import java.util.List;

/** The policy over HTTP: shows it, tries it, and checks another one. Nothing here changes it. */
@Controller("/api/lab/policy")
@Secured(SecurityRule.IS_ANONYMOUS)
@Tag(name = "Lab")
class PolicyController {

    private final StartCheck checked;
    private final ClientPolicy policy;
    private final Simulator simulator;

    PolicyController(StartCheck checked, ClientPolicy policy, Simulator simulator) {
        this.checked = checked;
        this.policy = policy;
        this.simulator = simulator;
    }

    @Get
    @Operation(operationId = "readPolicy", summary = "Who may call this server")
    PolicyResponse read() {
        return PolicyResponse.of(checked.configuration(), policy, findings(checked.warnings()));
    }

    @Post("/requests")
    @Operation(
            operationId = "simulateRequests",
            summary = "What this server would answer, by the functions that it answers with")
    SimulationResponse simulate(@Valid @Body SimulationRequest simulation) {
        return new SimulationResponse(
                simulation.requests().stream().map(simulator::answer).toList());
    }

    @Post("/checks")
    @Operation(
            operationId = "checkPolicy",
            summary = "What this server would say if it were started with another policy")
    PolicyCheckResponse check(@Valid @Body PolicyCheckRequest edited) {
        List<Finding> findings = PolicyCheck.check(edited.configuration());
        return new PolicyCheckResponse(
                findings.stream().noneMatch(Finding::isMistake), findings(findings));
    }

    private static List<FindingResponse> findings(List<Finding> findings) {
        return findings.stream().map(FindingResponse::of).toList();
    }
}

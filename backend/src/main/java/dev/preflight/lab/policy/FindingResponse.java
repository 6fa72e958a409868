package dev.preflight.lab.policy;

import com.fasterxml.jackson.annotation.JsonInclude;

import dev.preflight.crossorigin.policy.Finding;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;

/** One thing that is wrong with a configuration. */
@Serdeable
@JsonInclude(JsonInclude.Include.ALWAYS)
@Schema(name = "Finding", description = "One thing that is wrong with a configuration.")
record FindingResponse(
        @Schema(
                        requiredMode = Schema.RequiredMode.REQUIRED,
                        type = "string",
                        allowableValues = {"mistake", "warning"},
                        description = "With a mistake the server does not start.")
                String severity,
        @Schema(requiredMode = Schema.RequiredMode.REQUIRED) String rule,
        @Schema(requiredMode = Schema.RequiredMode.REQUIRED, description = "The variable or key.")
                String key,
        @Schema(
                        requiredMode = Schema.RequiredMode.REQUIRED,
                        description = "The part of its value that is wrong.")
                String value,
        @Schema(requiredMode = Schema.RequiredMode.REQUIRED) String why,
        @Schema(
                        requiredMode = Schema.RequiredMode.REQUIRED,
                        description = "The line to write, or what else to do.")
                String instead,
        @Schema(
                        requiredMode = Schema.RequiredMode.REQUIRED,
                        description = "All of it, as the server says it when it starts.")
                String sentence) {

    static FindingResponse of(Finding finding) {
        return new FindingResponse(
                finding.isMistake() ? "mistake" : "warning",
                finding.rule().id(),
                finding.key(),
                finding.value(),
                finding.why(),
                finding.instead(),
                finding.sentence());
    }
}

package dev.preflight.lab.policy;

import com.fasterxml.jackson.annotation.JsonInclude;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Map;

/** What this server would say to each of the requests, in their order. */
@Serdeable
@JsonInclude(JsonInclude.Include.ALWAYS)
@Schema(name = "SimulatedAnswers")
record SimulationResponse(
        @Schema(requiredMode = Schema.RequiredMode.REQUIRED) List<SimulatedAnswer> answers) {

    /** What this server would say. */
    @Serdeable
    @JsonInclude(JsonInclude.Include.ALWAYS)
    @Schema(name = "SimulatedAnswer")
    record SimulatedAnswer(
            @Schema(
                            requiredMode = Schema.RequiredMode.REQUIRED,
                            type = "string",
                            allowableValues = {"preflight", "request"})
                    String kind,
            @Schema(
                            requiredMode = Schema.RequiredMode.REQUIRED,
                            description =
                                    "Whether the preflight is passed, or the request reaches its"
                                            + " handler.")
                    boolean allowed,
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, description = "What decided.")
                    String rule,
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED) String reason,
            @Schema(
                            nullable = true,
                            requiredMode = Schema.RequiredMode.REQUIRED,
                            description = "None where the handler decides.")
                    @Nullable Integer status,
            @Schema(
                            requiredMode = Schema.RequiredMode.REQUIRED,
                            description = "What browsers decide by.")
                    List<Header> headers,
            @Schema(
                            requiredMode = Schema.RequiredMode.REQUIRED,
                            description = "Why no such request arrives; empty if it can.")
                    List<String> undeliverable) {}

    /** A header of the answer. */
    @Serdeable
    @JsonInclude(JsonInclude.Include.ALWAYS)
    @Schema(name = "SimulatedHeader")
    record Header(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED) String name,
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED) String value) {

        static List<Header> all(Map<String, String> headers) {
            return headers.entrySet().stream()
                    .map(header -> new Header(header.getKey(), header.getValue()))
                    .toList();
        }
    }
}

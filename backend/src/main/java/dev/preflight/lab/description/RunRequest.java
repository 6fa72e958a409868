package dev.preflight.lab.description;

import com.fasterxml.jackson.annotation.JsonInclude;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;

import org.jspecify.annotations.Nullable;

/**
 * How a server would answer.
 *
 * @param preflight to a preflight; without it, as a server that does not know CORS
 * @param response to every other request
 */
@Serdeable
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "RunRequest", description = "How a server would answer.")
public record RunRequest(
        @Schema(
                        description =
                                "To a preflight; without it, as a server that does not know CORS:"
                                        + " 404.")
                @Valid
                @Nullable Reply preflight,
        @Schema(description = "To every other request.")
                @NotNull(message = "Say what the run answers.")
                @Valid
                Reply response) {}

package dev.preflight.lab.initiators;

import com.fasterxml.jackson.annotation.JsonInclude;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;

import java.util.List;

/** What the Lab of this server has. */
@Serdeable
@JsonInclude(JsonInclude.Include.ALWAYS)
@Schema(name = "Lab", description = "What the Lab of this server has.")
record LabResponse(
        @Schema(description = "None where the server is public.") List<Initiator> initiators,
        @Schema(description = "Whether the server repeats requests for the Doctor.")
                boolean doctor) {

    /** A page on another origin, from which the Lab's page has calls made. */
    @Serdeable
    @Schema(
            name = "LabInitiator",
            description = "A page on another origin, from which the Lab's page has calls made.")
    record Initiator(
            @Schema(
                            type = "string",
                            allowableValues = {"another-port", "another-site", "subdomain", "null"})
                    String name,
            @Schema(
                            description =
                                    "Its fragment is to be the origin of the Lab's page; null is"
                                            + " in a frame with a sandbox.")
                    String url) {}
}

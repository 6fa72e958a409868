package dev.preflight.accounts.mail;

import dev.preflight.web.Problem;
import dev.preflight.web.Reach;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;

import org.jspecify.annotations.Nullable;

/** The outbox over HTTP, for the person at this machine; anywhere else there is none. */
@Controller("/api/outbox")
@Secured(SecurityRule.IS_ANONYMOUS)
@Tag(name = "Outbox")
class OutboxController {

    private final Outbox outbox;

    OutboxController(Outbox outbox) {
        this.outbox = outbox;
    }

    @Get
    @Operation(
            operationId = "readOutbox",
            summary = "The mails that a server at home would have sent, newest first")
    @ApiResponse(
            responseCode = "200",
            description = "The newest mails.",
            content = @Content(schema = @Schema(implementation = OutboxResponse.class)))
    @ApiResponse(
            responseCode = "404",
            description = "This server sends its mails, or is not at home.",
            content =
                    @Content(
                            mediaType = Problem.MEDIA_TYPE,
                            schema = @Schema(implementation = Problem.class)))
    @Nullable OutboxResponse read(HttpRequest<?> request) {
        // Null is the framework's 404.
        return outbox.isOpen() && Reach.isFromHere(request)
                ? OutboxResponse.of(outbox.newest())
                : null;
    }
}

package dev.preflight.sessions.devices;

import dev.preflight.crossorigin.SessionCookies;
import dev.preflight.sessions.Session;
import dev.preflight.sessions.Sessions;
import dev.preflight.web.Problem;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.UUID;

/** Shows people where they are logged in, and ends what they do not recognise. */
@Controller("/api/sessions")
@Secured(SecurityRule.IS_AUTHENTICATED)
@Tag(name = "Devices")
class DevicesController {

    private static final Logger LOG = LoggerFactory.getLogger(DevicesController.class);

    private final Sessions sessions;
    private final SessionCookies cookies;

    DevicesController(Sessions sessions, SessionCookies cookies) {
        this.sessions = sessions;
        this.cookies = cookies;
    }

    @Get
    @Operation(operationId = "listDevices", summary = "Where this account is logged in")
    DeviceList list(Session session) {
        return DeviceList.of(sessions.of(session.accountId()), session);
    }

    @Delete("/{id}")
    @Operation(operationId = "endDevice", summary = "Log one device out")
    @ApiResponse(responseCode = "204", description = "It is logged out, if it was this one too.")
    @ApiResponse(
            responseCode = "404",
            description = "This account is not logged in there.",
            content =
                    @Content(
                            mediaType = Problem.MEDIA_TYPE,
                            schema = @Schema(implementation = Problem.class)))
    HttpResponse<?> end(UUID id, Session session) {
        if (!sessions.end(session.accountId(), id)) {
            return Problem.of(
                            HttpStatus.NOT_FOUND,
                            "not-found",
                            "There is no such device",
                            "Your account is not logged in there, perhaps no longer.")
                    .toResponse();
        }
        LOG.info("session ended by its owner: account {}, session {}", session.getName(), id);
        MutableHttpResponse<?> response = HttpResponse.noContent();
        if (session.hasId(id)) {
            cookies.clearing().forEach(cookie -> response.header(HttpHeaders.SET_COOKIE, cookie));
        }
        return response;
    }

    @Delete
    @Operation(operationId = "endOtherDevices", summary = "Log all other devices out")
    @ApiResponse(responseCode = "204", description = "This device alone is logged in.")
    HttpResponse<?> endOthers(Session session) {
        sessions.endOthers(session);
        LOG.info("all other sessions ended by their owner: account {}", session.getName());
        return HttpResponse.noContent();
    }
}

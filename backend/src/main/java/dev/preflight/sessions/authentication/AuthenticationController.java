package dev.preflight.sessions.authentication;

import dev.preflight.accounts.Account;
import dev.preflight.accounts.Accounts;
import dev.preflight.accounts.passwords.GivenPassword;
import dev.preflight.crossorigin.SessionCookies;
import dev.preflight.sessions.Issued;
import dev.preflight.sessions.Refresh;
import dev.preflight.sessions.Session;
import dev.preflight.sessions.Sessions;
import dev.preflight.sessions.devices.Device;
import dev.preflight.web.Problem;
import dev.preflight.web.input.SingleLine;
import dev.preflight.web.throttling.Budget;
import dev.preflight.web.throttling.ClientNetwork;
import dev.preflight.web.throttling.Throttle;
import dev.preflight.web.throttling.Throttled;
import dev.preflight.web.throttling.TooManyAttempts;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.Optional;

/** Logs people in and out, and tells a client who it acts for. */
@Controller("/api/authentication")
@Secured(SecurityRule.IS_ANONYMOUS)
@Tag(name = "Authentication")
class AuthenticationController {

    private static final Logger LOG = LoggerFactory.getLogger(AuthenticationController.class);

    private final Accounts accounts;
    private final Sessions sessions;
    private final SessionCookies cookies;
    private final LogIn logIn;
    private final LogInThrottle throttle;
    private final Throttle refreshes;
    private final SessionAnswers answers;

    AuthenticationController(
            Accounts accounts,
            Sessions sessions,
            SessionCookies cookies,
            LogIn logIn,
            LogInThrottle throttle,
            Throttle refreshes,
            SessionAnswers answers) {
        this.accounts = accounts;
        this.sessions = sessions;
        this.cookies = cookies;
        this.logIn = logIn;
        this.throttle = throttle;
        this.refreshes = refreshes;
        this.answers = answers;
    }

    @Post("/log-in")
    @Operation(operationId = "logIn", summary = "Log in")
    @ApiResponse(
            responseCode = "200",
            description = "The account; the session is in the cookie.",
            content = @Content(schema = @Schema(implementation = AccountResponse.class)))
    @ApiResponse(
            responseCode = "401",
            description = "No account has this e-mail and this password.",
            content =
                    @Content(
                            mediaType = Problem.MEDIA_TYPE,
                            schema = @Schema(implementation = Problem.class)))
    @Throttled
    HttpResponse<?> logIn(
            @Valid @Body LogInRequest credentials,
            HttpRequest<?> request,
            @Nullable Session previous) {
        String email = credentials.email().strip();
        return switch (throttle.take(email, request)) {
            case LogInThrottle.Attempt.Refused(TooManyAttempts tooMany) -> tooMany.toResponse();
            case LogInThrottle.Attempt.Admitted attempt ->
                    logIn(email, credentials.password(), attempt, request, previous);
        };
    }

    private HttpResponse<?> logIn(
            String email,
            String password,
            LogInThrottle.Attempt.Admitted attempt,
            HttpRequest<?> request,
            @Nullable Session previous) {
        Optional<Accounts.Authenticated> shown = accounts.authenticate(email, password);
        Optional<Issued> opened = shown.flatMap(who -> logIn.open(who, answers.device(request)));
        if (opened.isEmpty()) {
            LOG.info(
                    "login refused, wrong e-mail or password: from {}",
                    answers.device(request).address());
            return Problem.of(
                            HttpStatus.UNAUTHORIZED,
                            "wrong-credentials",
                            "The e-mail or the password is wrong",
                            "No account has this e-mail address and this password: check both,"
                                    + " or register.")
                    .toResponse();
        }
        throttle.giveBack(attempt);
        answers.endPrevious(request, previous);
        LOG.info("logged in: account {}", opened.get().session().getName());
        return SessionAnswers.loggedIn(HttpStatus.OK, shown.get().account(), opened.get());
    }

    @Post("/refresh")
    @Consumes(MediaType.ALL)
    @Operation(operationId = "refresh", summary = "Renew the session with its refresh token")
    @ApiResponse(responseCode = "204", description = "The cookies hold new tokens.")
    @Throttled
    @ApiResponse(
            responseCode = "401",
            description = "There is no session to renew; its cookies are cleared.",
            content =
                    @Content(
                            mediaType = Problem.MEDIA_TYPE,
                            schema = @Schema(implementation = Problem.class)))
    HttpResponse<?> refresh(HttpRequest<?> request) {
        Device device = answers.device(request);
        // Keeps a client from filling the table of refresh tokens; no honest one comes near.
        Optional<TooManyAttempts> tooMany =
                refreshes.take(
                        new Budget("refresh-network", ClientNetwork.siteOf(device.address())));
        if (tooMany.isPresent()) {
            return tooMany.get().toResponse();
        }
        Refresh refresh =
                cookies.refreshToken(request)
                        .map(token -> sessions.refresh(token, device))
                        .orElseGet(Refresh.Over::new);
        return switch (refresh) {
            case Refresh.Renewed(Issued issued) -> SessionAnswers.renewed(issued);
            case Refresh.Over() -> answers.clearing(answers.sessionOver(request), request);
        };
    }

    @Post("/log-out")
    @Consumes(MediaType.ALL)
    @Operation(
            operationId = "logOut",
            summary = "Log out; also answers so where there is no session")
    @ApiResponse(
            responseCode = "204",
            description = "The session is over; its cookies are cleared.")
    HttpResponse<?> logOut(HttpRequest<?> request, @Nullable Session session) {
        answers.endPrevious(request, session);
        return answers.clearing(HttpResponse.noContent(), request);
    }

    @Get
    @Operation(operationId = "whoAmI", summary = "Who is logged in")
    @ApiResponse(
            responseCode = "200",
            description = "The account that this session belongs to.",
            content = @Content(schema = @Schema(implementation = AccountResponse.class)))
    @ApiResponse(responseCode = "204", description = "Nobody: there is no session cookie.")
    @ApiResponse(
            responseCode = "401",
            description =
                    "There is a session cookie, but no access token that holds: refresh, once.",
            content =
                    @Content(
                            mediaType = Problem.MEDIA_TYPE,
                            schema = @Schema(implementation = Problem.class)))
    HttpResponse<?> whoAmI(HttpRequest<?> request, @Nullable Session session) {
        Optional<Account> account =
                Optional.ofNullable(session).flatMap(live -> accounts.find(live.accountId()));
        if (account.isPresent()) {
            return HttpResponse.ok(AccountResponse.of(account.get()));
        }
        if (!cookies.isCarriedBy(request)) {
            return HttpResponse.noContent();
        }
        MutableHttpResponse<Problem> over = answers.sessionOver(request);
        // What cannot be refreshed is of no more use; what can, is cleared if that fails.
        return cookies.refreshToken(request).isPresent()
                ? over
                : over.header(HttpHeaders.SET_COOKIE, cookies.clearingAccess());
    }

    /** What a person fills in to log in. */
    @Serdeable
    @Schema(name = "LogInRequest")
    record LogInRequest(
            @NotBlank(message = "Enter your e-mail address.")
                    @Size(max = 254, message = "Write at most 254 characters.")
                    @SingleLine
                    String email,
            @GivenPassword String password) {

        /** Keeps the password out of logs. */
        @Override
        public String toString() {
            return "LogInRequest[" + email + "]";
        }
    }
}

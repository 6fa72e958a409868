package dev.preflight.sessions;

import dev.preflight.accounts.Account;
import dev.preflight.accounts.Accounts;
import dev.preflight.accounts.NewAccount;
import dev.preflight.accounts.Registration;
import dev.preflight.crossorigin.SessionCookies;
import dev.preflight.web.Problem;

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
import io.micronaut.http.annotation.Status;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;

import jakarta.validation.Valid;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.List;
import java.util.Optional;

/** Logs people in and out, and tells a client who it acts for. */
@Controller("/api/authentication")
@Secured(SecurityRule.IS_ANONYMOUS)
@Tag(name = "Authentication")
class AuthenticationController {

    private static final Logger LOG = LoggerFactory.getLogger(AuthenticationController.class);

    private final Accounts accounts;
    private final Sessions sessions;
    private final AccessTokens tokens;
    private final SessionCookies cookies;
    private final SessionSettings settings;

    AuthenticationController(
            Accounts accounts,
            Sessions sessions,
            AccessTokens tokens,
            SessionCookies cookies,
            SessionSettings settings) {
        this.accounts = accounts;
        this.sessions = sessions;
        this.tokens = tokens;
        this.cookies = cookies;
        this.settings = settings;
    }

    @Post("/register")
    @Status(HttpStatus.CREATED)
    @Operation(operationId = "register", summary = "Make an account and log in")
    @ApiResponse(
            responseCode = "201",
            description = "The account; the session is in the cookie.",
            content = @Content(schema = @Schema(implementation = AccountResponse.class)))
    @ApiResponse(
            responseCode = "400",
            description = "The input is not valid, or the e-mail is taken.",
            content =
                    @Content(
                            mediaType = Problem.MEDIA_TYPE,
                            schema = @Schema(implementation = Problem.class)))
    HttpResponse<?> register(@Valid @Body RegisterRequest request, @Nullable Session previous) {
        NewAccount wanted =
                new NewAccount(request.email().strip(), request.name().strip(), request.password());
        return switch (accounts.register(wanted)) {
            case Registration.Registered(Account account) -> {
                LOG.info("registered and logged in: account {}", account.id().value());
                yield loggedIn(HttpStatus.CREATED, account, previous);
            }
            case Registration.EmailTaken() ->
                    Problem.invalidInput(
                                    List.of(
                                            new Problem.Violation(
                                                    "email",
                                                    "There is an account with this e-mail address:"
                                                            + " log in, or use another address.")))
                            .toResponse();
        };
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
    HttpResponse<?> logIn(@Valid @Body LogInRequest request, @Nullable Session previous) {
        Optional<Account> account =
                accounts.authenticate(request.email().strip(), request.password());
        if (account.isEmpty()) {
            LOG.info("log-in refused: wrong e-mail or password");
            return Problem.of(
                            HttpStatus.UNAUTHORIZED,
                            "wrong-credentials",
                            "The e-mail or the password is wrong",
                            "No account has this e-mail address and this password: check both,"
                                    + " or register.")
                    .toResponse();
        }
        LOG.info("logged in: account {}", account.get().id().value());
        return loggedIn(HttpStatus.OK, account.get(), previous);
    }

    @Post("/log-out")
    @Consumes(MediaType.ALL)
    @Operation(
            operationId = "logOut",
            summary = "Log out; also answers so where there is no session")
    @ApiResponse(responseCode = "204", description = "The session is over; its cookie is cleared.")
    HttpResponse<?> logOut(@Nullable Session session) {
        if (session != null) {
            sessions.end(session.id());
            LOG.info("logged out: account {}", session.accountId().value());
        }
        return HttpResponse.noContent().header(HttpHeaders.SET_COOKIE, cookies.clearing());
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
            description = "There is a session cookie that no longer holds; it is cleared.",
            content =
                    @Content(
                            mediaType = Problem.MEDIA_TYPE,
                            schema = @Schema(implementation = Problem.class)))
    HttpResponse<?> whoAmI(HttpRequest<?> request, @Nullable Session session) {
        if (session == null && cookies.accessToken(request).isEmpty()) {
            return HttpResponse.noContent();
        }
        Optional<Account> account =
                Optional.ofNullable(session).flatMap(live -> accounts.find(live.accountId()));
        if (account.isPresent()) {
            return HttpResponse.ok(AccountResponse.of(account.get()));
        }
        return Problem.of(
                        HttpStatus.UNAUTHORIZED,
                        "session-over",
                        "Your session is over",
                        "You were logged out, here or elsewhere, or it was too long ago:"
                                + " log in again.")
                .toResponse()
                .header(HttpHeaders.SET_COOKIE, cookies.clearing());
    }

    private HttpResponse<?> loggedIn(
            HttpStatus status, Account account, @Nullable Session previous) {
        if (previous != null) {
            sessions.end(previous.id());
        }
        Session session = sessions.open(account.id());
        MutableHttpResponse<AccountResponse> response = HttpResponse.status(status);
        return response.body(AccountResponse.of(account))
                .header(
                        HttpHeaders.SET_COOKIE,
                        cookies.storing(tokens.write(session), settings.lifetime()));
    }
}

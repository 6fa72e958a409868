package dev.preflight.sessions.authentication;

import dev.preflight.accounts.Account;
import dev.preflight.accounts.AccountName;
import dev.preflight.accounts.Accounts;
import dev.preflight.accounts.NewAccount;
import dev.preflight.accounts.Registration;
import dev.preflight.accounts.addresses.EmailAddress;
import dev.preflight.accounts.passwords.NewPassword;
import dev.preflight.accounts.recovery.EmailConfirmation;
import dev.preflight.sessions.Issued;
import dev.preflight.sessions.Session;
import dev.preflight.web.Problem;
import dev.preflight.web.throttling.Throttled;
import dev.preflight.web.throttling.TooManyAttempts;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Status;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;

import jakarta.validation.Valid;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.Optional;

/** Makes accounts, and logs their owners in at once. */
@Controller("/api/authentication/register")
@Secured(SecurityRule.IS_ANONYMOUS)
@Tag(name = "Authentication")
class RegistrationController {

    private static final Logger LOG = LoggerFactory.getLogger(RegistrationController.class);

    private final Accounts accounts;
    private final EmailConfirmation emails;
    private final LogIn logIn;
    private final RegistrationThrottle throttle;
    private final SessionAnswers answers;

    RegistrationController(
            Accounts accounts,
            EmailConfirmation emails,
            LogIn logIn,
            RegistrationThrottle throttle,
            SessionAnswers answers) {
        this.accounts = accounts;
        this.emails = emails;
        this.logIn = logIn;
        this.throttle = throttle;
        this.answers = answers;
    }

    @Post
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
    @Throttled
    HttpResponse<?> register(
            @Valid @Body RegisterRequest registration,
            HttpRequest<?> request,
            @Nullable Session previous) {
        Optional<TooManyAttempts> refusal = throttle.take(request);
        if (refusal.isPresent()) {
            return refusal.get().toResponse();
        }
        NewAccount wanted =
                new NewAccount(
                        registration.email().strip(),
                        registration.name().strip(),
                        registration.password());
        return switch (accounts.register(wanted)) {
            case Registration.Registered(Account account) -> {
                throttle.succeeded(request);
                LOG.info("registered and logged in: account {}", account.id().value());
                emails.sendFirstLink(account, request);
                answers.endPrevious(request, previous);
                Issued issued = logIn.open(account.id(), answers.device(request));
                yield SessionAnswers.loggedIn(HttpStatus.CREATED, account, issued);
            }
            case Registration.PasswordRefused(String reason) ->
                    Problem.invalidInput("password", reason).toResponse();
            case Registration.EmailTaken() ->
                    Problem.invalidInput(
                                    "email",
                                    "There is an account with this e-mail address:"
                                            + " log in, or use another address.")
                            .toResponse();
        };
    }

    /** What a person fills in to register. */
    @Serdeable
    @Schema(name = "RegisterRequest")
    record RegisterRequest(
            @Schema(format = "email", maxLength = 254) @EmailAddress String email,
            @AccountName String name,
            @NewPassword String password) {

        /** Keeps the password out of logs. */
        @Override
        public String toString() {
            return "RegisterRequest[" + email + "]";
        }
    }
}

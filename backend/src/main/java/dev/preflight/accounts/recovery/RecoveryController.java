package dev.preflight.accounts.recovery;

import dev.preflight.accounts.addresses.EmailAddress;
import dev.preflight.accounts.passwords.NewPassword;
import dev.preflight.web.Problem;
import dev.preflight.web.Secret;
import dev.preflight.web.throttling.Throttled;
import dev.preflight.web.throttling.TooManyAttempts;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
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
import jakarta.validation.constraints.NotNull;

import java.util.Optional;

/** What the links in mails do, for people who need not be logged in. */
@Controller("/api/account")
@Secured(SecurityRule.IS_ANONYMOUS)
@Tag(name = "Account")
class RecoveryController {

    private final PasswordRecovery passwords;
    private final EmailConfirmation confirmation;
    private final MailThrottle throttle;

    RecoveryController(
            PasswordRecovery passwords, EmailConfirmation confirmation, MailThrottle throttle) {
        this.passwords = passwords;
        this.confirmation = confirmation;
        this.throttle = throttle;
    }

    @Post("/password/reset-request")
    @Operation(
            operationId = "requestPasswordReset",
            summary = "Have a link mailed that admits to choosing a new password")
    @ApiResponse(
            responseCode = "202",
            description = "If there is such an account, a mail is on its way.")
    @Throttled
    HttpResponse<?> requestReset(@Valid @Body ResetLinkRequest wanted, HttpRequest<?> request) {
        String email = wanted.email().strip();
        Optional<TooManyAttempts> refusal = throttle.take(email, request);
        if (refusal.isPresent()) {
            return refusal.get().toResponse();
        }
        passwords.sendLink(email);
        return HttpResponse.accepted();
    }

    @Post("/password/reset")
    @Operation(
            operationId = "resetPassword",
            summary = "Choose a new password; all sessions of the account end")
    @ApiResponse(responseCode = "204", description = "The new password is in force.")
    @ApiResponse(
            responseCode = "400",
            description = "The link is over, or the password is not acceptable.",
            content =
                    @Content(
                            mediaType = Problem.MEDIA_TYPE,
                            schema = @Schema(implementation = Problem.class)))
    HttpResponse<?> reset(@Valid @Body ResetPasswordRequest request) {
        return switch (passwords.reset(new Secret(request.token()), request.newPassword())) {
            case PasswordChange.Done() -> HttpResponse.noContent();
            case PasswordChange.LinkOver() ->
                    linkOver("Ask for another link, and open it within 30 minutes.");
            case PasswordChange.Refused(String reason) ->
                    Problem.invalidInput("newPassword", reason).toResponse();
        };
    }

    @Post("/email/confirm")
    @Operation(
            operationId = "confirmEmail",
            summary = "Confirm the address that a link was sent to")
    @ApiResponse(responseCode = "204", description = "The address is confirmed.")
    @ApiResponse(
            responseCode = "400",
            description = "The link is over.",
            content =
                    @Content(
                            mediaType = Problem.MEDIA_TYPE,
                            schema = @Schema(implementation = Problem.class)))
    HttpResponse<?> confirm(@Valid @Body ConfirmEmailRequest request) {
        return confirmation.confirm(new Secret(request.token()))
                ? HttpResponse.noContent()
                : linkOver("Log in, and have another one sent from your account's page.");
    }

    private static HttpResponse<?> linkOver(String remedy) {
        return Problem.of(
                        HttpStatus.BAD_REQUEST,
                        "link-over",
                        "This link no longer works",
                        "It was used before, it is too old, or something newer took its place. "
                                + remedy)
                .toResponse();
    }

    /** What a person fills in who has forgotten their password. */
    @Serdeable
    @Schema(name = "ResetLinkRequest")
    record ResetLinkRequest(
            @Schema(format = "email", maxLength = 254) @EmailAddress String email) {}

    /** A new password, and the token of the link that admits to choosing it. */
    @Serdeable
    @Schema(name = "ResetPasswordRequest")
    record ResetPasswordRequest(
            @NotNull(message = "Send the token of the mail's link.") String token,
            @NewPassword String newPassword) {

        /** Keeps both out of logs. */
        @Override
        public String toString() {
            return "ResetPasswordRequest[]";
        }
    }

    /** The token of a link that confirms an address. */
    @Serdeable
    @Schema(name = "ConfirmEmailRequest")
    record ConfirmEmailRequest(
            @NotNull(message = "Send the token of the mail's link.") String token) {

        /** Keeps the token out of logs. */
        @Override
        public String toString() {
            return "ConfirmEmailRequest[]";
        }
    }
}

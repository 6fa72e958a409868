package dev.preflight.sessions.account;

import dev.preflight.accounts.Account;
import dev.preflight.accounts.AccountDetails;
import dev.preflight.accounts.AccountName;
import dev.preflight.accounts.Accounts;
import dev.preflight.accounts.addresses.EmailAddress;
import dev.preflight.accounts.passwords.GivenPassword;
import dev.preflight.accounts.passwords.NewPassword;
import dev.preflight.accounts.recovery.EmailConfirmation;
import dev.preflight.accounts.recovery.MailThrottle;
import dev.preflight.accounts.recovery.PasswordRecovery;
import dev.preflight.sessions.Session;
import dev.preflight.sessions.Sessions;
import dev.preflight.web.Problem;
import dev.preflight.web.throttling.Throttled;
import dev.preflight.web.throttling.TooManyAttempts;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Patch;
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

import java.util.Optional;

/** What people do with their own account while they are logged in. */
@Controller("/api/account")
@Secured(SecurityRule.IS_AUTHENTICATED)
@Tag(name = "Account")
class AccountController {

    private final Accounts accounts;
    private final PasswordRecovery passwords;
    private final EmailConfirmation emails;
    private final PasswordProof proof;
    private final MailThrottle mailThrottle;
    private final Sessions sessions;
    private final OwnAccount own;

    AccountController(
            Accounts accounts,
            PasswordRecovery passwords,
            EmailConfirmation emails,
            PasswordProof proof,
            MailThrottle mailThrottle,
            Sessions sessions,
            OwnAccount own) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.emails = emails;
        this.proof = proof;
        this.mailThrottle = mailThrottle;
        this.sessions = sessions;
        this.own = own;
    }

    @Get
    @Operation(operationId = "readAccount", summary = "One's own account")
    @ApiResponse(
            responseCode = "200",
            description = "The account.",
            content = @Content(schema = @Schema(implementation = AccountDetailsResponse.class)))
    HttpResponse<?> read(Session session) {
        return details(session);
    }

    @Patch
    @Operation(operationId = "renameAccount", summary = "Change the name that readers see")
    @ApiResponse(
            responseCode = "200",
            description = "The account as it is now.",
            content = @Content(schema = @Schema(implementation = AccountDetailsResponse.class)))
    HttpResponse<?> rename(@Valid @Body RenameRequest request, Session session) {
        accounts.rename(session.accountId(), request.name().strip());
        return details(session);
    }

    @Post("/password")
    @Operation(
            operationId = "changePassword",
            summary = "Choose another password; all other sessions end")
    @ApiResponse(responseCode = "204", description = "The new password is in force.")
    @ApiResponse(
            responseCode = "400",
            description = "The current password is wrong, or the new one is not acceptable.",
            content =
                    @Content(
                            mediaType = Problem.MEDIA_TYPE,
                            schema = @Schema(implementation = Problem.class)))
    @Throttled
    HttpResponse<?> changePassword(
            @Valid @Body ChangePasswordRequest wanted, HttpRequest<?> request, Session session) {
        return own.with(
                session,
                account ->
                        switch (proof.of(
                                account,
                                session,
                                wanted.currentPassword(),
                                "currentPassword",
                                request)) {
                            case PasswordProof.Proof.Refused(HttpResponse<?> answer) -> answer;
                            case PasswordProof.Proof.Given given ->
                                    changePassword(account, wanted.newPassword(), given);
                        });
    }

    private HttpResponse<?> changePassword(
            Account account, String password, PasswordProof.Proof.Given given) {
        Optional<String> refusal = passwords.refusal(account, password);
        if (refusal.isPresent()) {
            return violation("newPassword", refusal.get());
        }
        String hash = passwords.hash(password);
        boolean changed =
                proof.perform(
                        given,
                        () -> {
                            passwords.replace(account.id(), hash);
                            sessions.endOthers(given.session());
                        });
        if (!changed) {
            return own.sessionOver();
        }
        passwords.tellOfChange(account);
        return HttpResponse.noContent();
    }

    @Post("/email")
    @Operation(
            operationId = "changeEmail",
            summary = "Ask for another address; it takes effect when it is confirmed")
    @ApiResponse(
            responseCode = "202",
            description =
                    "A mail to the new address is on its way, and one to the present address.")
    @ApiResponse(
            responseCode = "400",
            description = "The password is wrong, or the address is not acceptable.",
            content =
                    @Content(
                            mediaType = Problem.MEDIA_TYPE,
                            schema = @Schema(implementation = Problem.class)))
    @Throttled
    HttpResponse<?> changeEmail(
            @Valid @Body ChangeEmailRequest wanted, HttpRequest<?> request, Session session) {
        String email = wanted.email().strip();
        return own.with(
                session,
                account ->
                        email.equals(account.email())
                                ? violation("email", "This is your address already.")
                                : switch (proof.of(
                                        account, session, wanted.password(), "password", request)) {
                                    case PasswordProof.Proof.Refused(HttpResponse<?> answer) ->
                                            answer;
                                    case PasswordProof.Proof.Given given ->
                                            tooManyMails(email, request)
                                                    .orElseGet(
                                                            () ->
                                                                    changeEmail(
                                                                            account, email, given));
                                });
    }

    private HttpResponse<?> changeEmail(
            Account account, String email, PasswordProof.Proof.Given given) {
        return proof.perform(given, () -> emails.sendLink(account, email))
                ? HttpResponse.accepted()
                : own.sessionOver();
    }

    @Post("/email/confirmation")
    @Consumes(MediaType.ALL)
    @Operation(
            operationId = "requestEmailConfirmation",
            summary = "Have the mail that confirms one's address sent again")
    @ApiResponse(responseCode = "202", description = "The mail is on its way.")
    @Throttled
    HttpResponse<?> requestConfirmation(HttpRequest<?> request, Session session) {
        return own.with(
                session,
                account ->
                        tooManyMails(account.email(), request)
                                .orElseGet(
                                        () -> {
                                            emails.sendLink(account);
                                            return HttpResponse.accepted();
                                        }));
    }

    private HttpResponse<?> details(Session session) {
        Optional<AccountDetails> details = accounts.details(session.accountId());
        return details.isPresent()
                ? HttpResponse.ok(
                        AccountDetailsResponse.of(
                                details.get(),
                                emails.pendingEmail(session.accountId()).orElse(null)))
                : own.sessionOver();
    }

    private Optional<HttpResponse<?>> tooManyMails(String email, HttpRequest<?> request) {
        return mailThrottle.take(email, request).map(TooManyAttempts::toResponse);
    }

    private static HttpResponse<?> violation(String field, String message) {
        return Problem.invalidInput(field, message).toResponse();
    }

    /** The name that readers shall see from now on. */
    @Serdeable
    @Schema(name = "RenameRequest")
    record RenameRequest(@AccountName String name) {}

    /** The password that a person knows, and the one that they choose. */
    @Serdeable
    @Schema(name = "ChangePasswordRequest")
    record ChangePasswordRequest(
            @GivenPassword String currentPassword, @NewPassword String newPassword) {

        /** Keeps passwords out of logs. */
        @Override
        public String toString() {
            return "ChangePasswordRequest[]";
        }
    }

    /** The address that a person wants to log in with, and their password. */
    @Serdeable
    @Schema(name = "ChangeEmailRequest")
    record ChangeEmailRequest(
            @Schema(format = "email", maxLength = 254) @EmailAddress String email,
            @GivenPassword String password) {

        /** Keeps passwords out of logs. */
        @Override
        public String toString() {
            return "ChangeEmailRequest[]";
        }
    }
}

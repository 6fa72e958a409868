package dev.preflight.accounts.recovery;

import dev.preflight.accounts.Account;
import dev.preflight.accounts.mail.Mail;
import dev.preflight.web.Secret;

import io.micronaut.context.annotation.Value;

import jakarta.inject.Singleton;

import java.util.List;

/**
 * Writes the mails; their links open the client, and carry the token where no server sees it. They
 * call nobody by name: whoever registers a stranger's address could write to them by theirs.
 */
@Singleton
final class Letters {

    private static final String NOT_YOU =
            "If it was not you, you need not do anything: without the link, nothing changes.";

    private final String client;

    Letters(
            @Value("${micronaut.server.cors.configurations.client.allowed-origins}")
                    List<String> clientOrigins,
            @Value("${preflight.public-url}") String publicUrl) {
        this.client =
                clientOrigins.stream()
                        .filter(origin -> !origin.isBlank())
                        .findFirst()
                        .orElse(publicUrl)
                        .replaceFirst("/$", "");
    }

    Mail resetPassword(Account account, Secret token) {
        return new Mail(
                account.email(),
                "Choose a new password for Preflight",
                """
                Hello,

                somebody, probably you, has forgotten the password of your Preflight account. Open
                this link to choose a new one:

                %s

                The link works once, within 30 minutes. Choosing a new password logs you out
                everywhere. %s
                """
                        .formatted(link("reset-password", token), NOT_YOU));
    }

    Mail confirmEmail(Account account, Secret token) {
        return new Mail(
                account.email(),
                "Confirm your e-mail address for Preflight",
                """
                Hello,

                there is a Preflight account with this e-mail address. Open this link to confirm
                that the address is yours:

                %s

                The link works once, within 30 minutes. If you did not make an account, somebody
                mistyped their address: leave the link alone, and nothing is confirmed.
                """
                        .formatted(link("confirm-email", token)));
    }

    Mail changeEmail(String newEmail, Secret token) {
        return new Mail(
                newEmail,
                "Confirm your new e-mail address for Preflight",
                """
                Hello,

                you want to use this e-mail address for your Preflight account. Open this link to
                confirm that the address is yours:

                %s

                The link works once, within 30 minutes; until then, you log in with your present
                address. %s
                """
                        .formatted(link("confirm-email", token), NOT_YOU));
    }

    /** To the owner of an address that somebody wants for another account. */
    Mail addressIsInUse(Account owner) {
        return new Mail(
                owner.email(),
                "Your e-mail address already has a Preflight account",
                """
                Hello,

                somebody, perhaps you, wanted to use this e-mail address for another Preflight
                account. It belongs to yours, so nothing has changed. If it was you, log in with
                this address, or choose a new password here:

                %s/forgot-password
                """
                        .formatted(client));
    }

    /** To the present address, while the new one is not confirmed. */
    Mail emailWillChange(Account account, String newEmail) {
        return new Mail(
                account.email(),
                "Your e-mail address for Preflight is about to change",
                """
                Hello,

                your Preflight account is about to get the e-mail address %s. It does as soon as
                that is confirmed with the link that was sent there.

                If it was not you, somebody knows your password. Choose a new one, which also makes
                that link worthless:

                %s/forgot-password
                """
                        .formatted(newEmail, client));
    }

    Mail passwordWasReset(Account account) {
        return passwordIsNew(account, "everywhere");
    }

    Mail passwordWasChanged(Account account) {
        return passwordIsNew(account, "everywhere but where it was chosen");
    }

    private Mail passwordIsNew(Account account, String loggedOut) {
        return new Mail(
                account.email(),
                "Your password for Preflight was changed",
                """
                Hello,

                your Preflight account has a new password, and is logged out %s.

                If it was not you, somebody else is in your account. Choose a new password, which
                logs them out:

                %s/forgot-password
                """
                        .formatted(loggedOut, client));
    }

    private String link(String page, Secret token) {
        return client + "/" + page + "#token=" + token.value();
    }
}

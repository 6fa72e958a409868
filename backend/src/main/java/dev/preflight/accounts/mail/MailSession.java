package dev.preflight.accounts.mail;

import io.micronaut.context.annotation.Requires;
import io.micronaut.email.javamail.sender.SessionProvider;

import jakarta.inject.Singleton;
import jakarta.mail.Authenticator;
import jakarta.mail.PasswordAuthentication;
import jakarta.mail.Session;

/** Tells the framework's mail sender which server to speak with, if there is one. */
@Singleton
@Requires(property = MailSession.URL, pattern = ".*\\S.*")
final class MailSession implements SessionProvider {

    static final String URL = "preflight.mail.url";

    private final Session session;

    MailSession(MailSettings settings) {
        MailServer server = MailServer.of(settings);
        MailServer.Credentials credentials = server.credentials();
        this.session =
                credentials == null
                        ? Session.getInstance(server.toProperties())
                        : Session.getInstance(
                                server.toProperties(),
                                new Authenticator() {
                                    @Override
                                    protected PasswordAuthentication getPasswordAuthentication() {
                                        return new PasswordAuthentication(
                                                credentials.user(), credentials.password());
                                    }
                                });
    }

    @Override
    public Session session() {
        return session;
    }
}

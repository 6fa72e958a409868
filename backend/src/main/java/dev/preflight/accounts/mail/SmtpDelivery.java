package dev.preflight.accounts.mail;

import dev.preflight.accounts.addresses.AddressSyntax;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;

import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.jspecify.annotations.Nullable;

import java.nio.charset.StandardCharsets;

/** Sends mails by SMTP (RFC 5321). */
final class SmtpDelivery implements Delivery {

    private static final int FIRST_PERMANENT_CODE = 500;

    private final MailServer server;
    private final Session session;

    SmtpDelivery(MailServer server) {
        this.server = server;
        this.session = Session.getInstance(server.toProperties());
    }

    /**
     * The library writes the low byte of each character of an address: one that was stored before
     * such addresses were refused would have the mail, with its link, go to somebody else.
     */
    @Override
    public void deliver(Mail mail) {
        if (!AddressSyntax.isPrintable(mail.to())) {
            throw new DeliveryFailure("the address has other than plain letters", true);
        }
        try {
            send(compose(mail));
        } catch (MessagingException failure) {
            throw new DeliveryFailure(reason(failure), isPermanent(failure));
        }
    }

    /** Plain text, marked as what no machine shall answer. */
    private Message compose(Mail mail) throws MessagingException {
        MimeMessage message = new MimeMessage(session);
        message.setFrom(server.from());
        message.setRecipient(Message.RecipientType.TO, new InternetAddress(mail.to()));
        message.setSubject(mail.subject(), StandardCharsets.UTF_8.name());
        message.setText(mail.text(), StandardCharsets.UTF_8.name());
        message.setHeader("Auto-Submitted", "auto-generated");
        return message;
    }

    private void send(Message message) throws MessagingException {
        MailServer.Credentials credentials = server.credentials();
        if (credentials == null) {
            Transport.send(message);
        } else {
            Transport.send(message, credentials.user(), credentials.password());
        }
    }

    /** The server's answer, without addresses, on one line. */
    private static String reason(Throwable failure) {
        Throwable root = failure;
        for (Throwable cause = failure; cause != null; cause = next(cause)) {
            root = cause;
        }
        return (root.getClass().getSimpleName() + ": " + root.getMessage())
                .replaceAll("\\S*@\\S*", "<address>")
                .replaceAll("[\\p{C}\\s]+", " ")
                .strip();
    }

    private static boolean isPermanent(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = next(cause)) {
            int code =
                    switch (cause) {
                        // Of the address, which will be no better the next time.
                        case AddressException _ -> FIRST_PERMANENT_CODE;
                        case SMTPSendFailedException refused -> refused.getReturnCode();
                        case SMTPAddressFailedException refused -> refused.getReturnCode();
                        case SMTPSenderFailedException refused -> refused.getReturnCode();
                        default -> 0;
                    };
            if (code >= FIRST_PERMANENT_CODE) {
                return true;
            }
        }
        return false;
    }

    /** The library chains what happened by hand, and not always as a cause. */
    private static @Nullable Throwable next(Throwable failure) {
        Throwable chained =
                failure instanceof MessagingException mail ? mail.getNextException() : null;
        return chained == null ? failure.getCause() : chained;
    }
}

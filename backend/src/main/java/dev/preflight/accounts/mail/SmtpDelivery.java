package dev.preflight.accounts.mail;

import dev.preflight.accounts.addresses.AddressSyntax;

import io.micronaut.email.BodyType;
import io.micronaut.email.Contact;
import io.micronaut.email.Email;
import io.micronaut.email.EmailException;
import io.micronaut.email.TransactionalEmailSender;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;

import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.jspecify.annotations.Nullable;

import java.nio.charset.StandardCharsets;

/** Sends mails by SMTP (RFC 5321), through the framework's sender. */
final class SmtpDelivery implements Delivery {

    private static final int FIRST_PERMANENT_CODE = 500;

    private final TransactionalEmailSender<Message, Void> sender;
    private final Contact from;

    SmtpDelivery(TransactionalEmailSender<Message, Void> sender, InternetAddress from) {
        this.sender = sender;
        this.from = new Contact(from.getAddress(), from.getPersonal());
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
            sender.send(compose(mail), message -> complete(message, mail));
        } catch (EmailException | IllegalArgumentException failure) {
            throw new DeliveryFailure(reason(failure), isPermanent(failure));
        }
    }

    private Email compose(Mail mail) {
        return Email.builder()
                .from(from)
                .to(mail.to())
                .subject(mail.subject())
                .body(mail.text(), BodyType.TEXT)
                .build();
    }

    /** Plain text instead of a list of one part, marked as what no machine shall answer. */
    private static void complete(Message message, Mail mail) {
        try {
            message.setContent(mail.text(), "text/plain; charset=" + StandardCharsets.UTF_8);
            message.setHeader("Auto-Submitted", "auto-generated");
        } catch (MessagingException impossible) {
            throw new IllegalStateException(impossible);
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
                        case AddressException _, IllegalArgumentException _ -> FIRST_PERMANENT_CODE;
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

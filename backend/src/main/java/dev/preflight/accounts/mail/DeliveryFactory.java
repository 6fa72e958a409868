package dev.preflight.accounts.mail;

import dev.preflight.web.Reach;

import io.micronaut.context.annotation.Context;
import io.micronaut.context.annotation.Factory;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Chooses where mails go, and says so when that is nowhere. */
@Factory
final class DeliveryFactory {

    private static final Logger LOG = LoggerFactory.getLogger(DeliveryFactory.class);

    /** Made at start, so that a mistake in the configuration is told then. */
    @Context
    Delivery delivery(MailSettings settings, Reach reach, Outbox outbox) {
        if (!outbox.isOpen()) {
            outbox.empty();
        }
        if (!settings.url().isBlank()) {
            return new SmtpDelivery(MailServer.of(settings));
        }
        if (reach.isHome()) {
            return outbox;
        }
        LOG.warn(
                "PREFLIGHT_MAIL_URL is not set, so that no mail is sent: nobody can confirm an"
                        + " e-mail address or reset a forgotten password. Set it to"
                        + " smtp://user:password@host:587, and PREFLIGHT_MAIL_FROM to the sender.");
        return mail -> {
            throw new DeliveryFailure("PREFLIGHT_MAIL_URL is not set", true);
        };
    }
}

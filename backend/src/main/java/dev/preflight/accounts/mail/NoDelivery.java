package dev.preflight.accounts.mail;

/** A public server without a mail server: what would be sent is lost, as the start log says. */
final class NoDelivery implements Delivery {

    @Override
    public void deliver(Mail mail) {
        throw new DeliveryFailure("PREFLIGHT_MAIL_URL is not set", true);
    }
}

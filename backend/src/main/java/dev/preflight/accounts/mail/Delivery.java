package dev.preflight.accounts.mail;

/** Where mails go. */
interface Delivery {

    /**
     * Hands a mail over.
     *
     * @throws DeliveryFailure if it was not taken
     */
    void deliver(Mail mail);
}

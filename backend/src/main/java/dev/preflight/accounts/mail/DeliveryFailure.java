package dev.preflight.accounts.mail;

/** A mail was not taken, for now or for good. */
final class DeliveryFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final boolean permanent;

    /**
     * @param reason for the log: it holds no address, no credentials and no line break
     * @param permanent whether it makes no sense to try again
     */
    DeliveryFailure(String reason, boolean permanent) {
        super(reason);
        this.permanent = permanent;
    }

    boolean isPermanent() {
        return permanent;
    }
}

package dev.preflight.accounts.recovery;

import dev.preflight.accounts.Accounts;
import dev.preflight.accounts.addresses.AddressSyntax;
import dev.preflight.web.throttling.Budget;
import dev.preflight.web.throttling.ClientNetwork;
import dev.preflight.web.throttling.Throttle;
import dev.preflight.web.throttling.ThrottleReport;
import dev.preflight.web.throttling.TooManyAttempts;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.server.util.HttpClientAddressResolver;

import jakarta.inject.Singleton;

import java.util.Optional;

/**
 * Keeps people from having a mailbox flooded. It counts what is asked for, not what is sent, so
 * that it tells nobody who has an account. Whoever uses up the mails of somebody's address locks
 * nobody out: those mails are in the mailbox, and their links work.
 */
@Singleton
public final class MailThrottle {

    private final Throttle throttle;
    private final ThrottleReport report;
    private final HttpClientAddressResolver addresses;

    MailThrottle(Throttle throttle, ThrottleReport report, HttpClientAddressResolver addresses) {
        this.throttle = throttle;
        this.report = report;
        this.addresses = addresses;
    }

    /** Takes a mail to an address that somebody asks for: empty if it may be sent. */
    public Optional<TooManyAttempts> take(String email, HttpRequest<?> request) {
        String network = ClientNetwork.siteOf(addresses.resolve(request));
        Optional<TooManyAttempts> refusal = take(email, network);
        refusal.ifPresent(wait -> report.throttled("mail", network));
        return refusal;
    }

    /** The same for a mail that goes with something else, which is not refused for want of it. */
    boolean takeQuietly(String email, HttpRequest<?> request) {
        return take(email, ClientNetwork.siteOf(addresses.resolve(request))).isEmpty();
    }

    private Optional<TooManyAttempts> take(String email, String network) {
        String mailbox = AddressSyntax.mailbox(Accounts.emailKey(email));
        return throttle.take(
                new Budget("mail-network", network), new Budget("mail-address", mailbox));
    }
}

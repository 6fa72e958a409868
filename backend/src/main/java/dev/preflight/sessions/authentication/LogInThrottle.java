package dev.preflight.sessions.authentication;

import dev.preflight.accounts.Account;
import dev.preflight.accounts.Accounts;
import dev.preflight.sessions.Sessions;
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
 * Slows down whoever guesses passwords, and nobody else. An attempt counts against the account from
 * this network, against the network, and against the account from everywhere. The last is wide, so
 * that it only meets many machines guessing together; and it never meets a network where the
 * account is logged in, so that its owner gets in meanwhile. It makes no difference whether there
 * is such an account.
 */
@Singleton
public final class LogInThrottle {

    private final Throttle throttle;
    private final Accounts accounts;
    private final Sessions sessions;
    private final HttpClientAddressResolver addresses;
    private final ThrottleReport report;

    LogInThrottle(
            Throttle throttle,
            Accounts accounts,
            Sessions sessions,
            HttpClientAddressResolver addresses,
            ThrottleReport report) {
        this.throttle = throttle;
        this.accounts = accounts;
        this.sessions = sessions;
        this.addresses = addresses;
        this.report = report;
    }

    /** Takes an attempt at the password of an account: empty if it may be made. */
    public Optional<TooManyAttempts> take(String email, HttpRequest<?> request) {
        String network = ClientNetwork.of(addresses.resolve(request));
        Optional<TooManyAttempts> refusal = throttle.take(narrow(email, network));
        if (refusal.isEmpty()) {
            refusal = throttle.take(wide(email));
            if (refusal.isPresent() && isKnown(email, network)) {
                return Optional.empty();
            }
            if (refusal.isPresent()) {
                throttle.giveBack(narrow(email, network));
            }
        }
        refusal.ifPresent(wait -> report.throttled("log-in", network));
        return refusal;
    }

    /** Gives the attempt back, because the password was right. */
    public void giveBack(String email, HttpRequest<?> request) {
        throttle.giveBack(narrow(email, ClientNetwork.of(addresses.resolve(request))));
        throttle.giveBack(wide(email));
    }

    private boolean isKnown(String email, String network) {
        Optional<Account> account = accounts.findByEmail(email);
        return account.isPresent()
                && sessions.of(account.get().id()).stream()
                        .map(session -> ClientNetwork.of(session.device().address()))
                        .anyMatch(network::equals);
    }

    private static Budget[] narrow(String email, String network) {
        return new Budget[] {
            new Budget("log-in-account-and-network", Accounts.emailKey(email) + " " + network),
            new Budget("log-in-network", network)
        };
    }

    private static Budget wide(String email) {
        return new Budget("log-in-account", Accounts.emailKey(email));
    }
}

package dev.preflight.sessions.authentication;

import dev.preflight.accounts.Accounts;
import dev.preflight.web.throttling.Budget;
import dev.preflight.web.throttling.ClientNetwork;
import dev.preflight.web.throttling.Throttle;
import dev.preflight.web.throttling.ThrottleReport;
import dev.preflight.web.throttling.TooManyAttempts;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.server.util.HttpClientAddressResolver;

import jakarta.inject.Singleton;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Slows down whoever guesses passwords, and nobody else. An attempt counts against the account from
 * this network, against the site of that network, and against the account from everywhere. The last
 * is wide, so that it only meets many machines guessing together; and it never meets a network
 * where the account has been logged in, so that its owner gets in meanwhile. It makes no difference
 * whether there is such an account.
 */
@Singleton
public final class LogInThrottle {

    private final Throttle throttle;
    private final Accounts accounts;
    private final KnownNetworks networks;
    private final HttpClientAddressResolver addresses;
    private final ThrottleReport report;

    LogInThrottle(
            Throttle throttle,
            Accounts accounts,
            KnownNetworks networks,
            HttpClientAddressResolver addresses,
            ThrottleReport report) {
        this.throttle = throttle;
        this.accounts = accounts;
        this.networks = networks;
        this.addresses = addresses;
        this.report = report;
    }

    /** Whether somebody may try a password. */
    public sealed interface Attempt {

        /** It may be tried; what was taken for it can be given back. */
        record Admitted(List<Budget> taken) implements Attempt {}

        /** It was tried too often. */
        record Refused(TooManyAttempts tooMany) implements Attempt {}
    }

    /** Takes an attempt at the password of an account. */
    public Attempt take(String email, HttpRequest<?> request) {
        String address = addresses.resolve(request);
        String network = ClientNetwork.of(address);
        Budget[] narrow = {
            new Budget("log-in-account-and-network", Accounts.emailKey(email) + " " + network),
            new Budget("log-in-network", ClientNetwork.siteOf(address))
        };
        Optional<TooManyAttempts> tooMany = throttle.take(narrow);
        if (tooMany.isPresent()) {
            return refused(tooMany.get(), network);
        }
        Budget wide = new Budget("log-in-account", Accounts.emailKey(email));
        Optional<TooManyAttempts> tooManyInAll = throttle.take(wide);
        List<Budget> taken = new ArrayList<>(Arrays.asList(narrow));
        if (tooManyInAll.isEmpty()) {
            taken.add(wide);
        } else if (!isKnown(email, network)) {
            throttle.giveBack(narrow);
            return refused(tooManyInAll.get(), network);
        }
        return new Attempt.Admitted(List.copyOf(taken));
    }

    /** Gives the attempt back, because the password was right. */
    public void giveBack(Attempt.Admitted attempt) {
        throttle.giveBack(attempt.taken().toArray(Budget[]::new));
    }

    private Attempt refused(TooManyAttempts tooMany, String network) {
        report.throttled("login", network);
        return new Attempt.Refused(tooMany);
    }

    private boolean isKnown(String email, String network) {
        return accounts.findByEmail(email)
                .filter(account -> networks.knows(account.id(), network))
                .isPresent();
    }
}

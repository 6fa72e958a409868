package dev.preflight.sessions.account;

import dev.preflight.accounts.Account;
import dev.preflight.accounts.Accounts;
import dev.preflight.sessions.authentication.LogInThrottle;
import dev.preflight.web.Problem;
import dev.preflight.web.throttling.TooManyAttempts;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;

import jakarta.inject.Singleton;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.List;
import java.util.Optional;

/**
 * Has somebody who is logged in show the password once more before a change that a thief of the
 * session would like; it counts as a log-in does.
 */
@Singleton
final class PasswordProof {

    private static final Logger LOG = LoggerFactory.getLogger(PasswordProof.class);

    private final Accounts accounts;
    private final LogInThrottle throttle;

    PasswordProof(Accounts accounts, LogInThrottle throttle) {
        this.accounts = accounts;
        this.throttle = throttle;
    }

    /** The refusal if the password is wrong or was tried too often; empty if it is right. */
    Optional<HttpResponse<?>> refusal(
            Account account, String password, String field, HttpRequest<?> request) {
        Optional<TooManyAttempts> tooMany = throttle.take(account.email(), request);
        if (tooMany.isPresent()) {
            return Optional.of(tooMany.get().toResponse());
        }
        if (accounts.authenticate(account.email(), password).isEmpty()) {
            LOG.info(
                    "wrong password of somebody who is logged in: account {}",
                    account.id().value());
            return Optional.of(
                    Problem.invalidInput(
                                    List.of(
                                            new Problem.Violation(
                                                    field,
                                                    "This is not your password: type the one that"
                                                            + " you log in with.")))
                            .toResponse());
        }
        throttle.giveBack(account.email(), request);
        return Optional.empty();
    }
}

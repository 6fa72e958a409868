package dev.preflight.sessions.account;

import dev.preflight.accounts.Account;
import dev.preflight.accounts.Accounts;
import dev.preflight.sessions.Session;
import dev.preflight.sessions.Sessions;
import dev.preflight.sessions.authentication.LogInThrottle;
import dev.preflight.web.Problem;
import dev.preflight.web.throttling.TooManyAttempts;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.Optional;

/**
 * Has somebody who is logged in show the password once more before a change that a thief of the
 * session would like; it counts as a login does. Between the proof and the change, the password may
 * be changed and the session ended, for fear of this very change: it is made only if both still
 * hold.
 */
@Singleton
class PasswordProof {

    private static final Logger LOG = LoggerFactory.getLogger(PasswordProof.class);

    private final Accounts accounts;
    private final Sessions sessions;
    private final LogInThrottle throttle;

    PasswordProof(Accounts accounts, Sessions sessions, LogInThrottle throttle) {
        this.accounts = accounts;
        this.sessions = sessions;
        this.throttle = throttle;
    }

    /** What became of the wish to prove it. */
    sealed interface Proof {

        /** The password was right a moment ago. */
        record Given(Accounts.Authenticated shown, Session session) implements Proof {}

        /** It was wrong, or tried too often. */
        record Refused(HttpResponse<?> answer) implements Proof {}
    }

    /** Checks the password of somebody's own account. */
    Proof of(
            Account account,
            Session session,
            String password,
            String field,
            HttpRequest<?> request) {
        switch (throttle.take(account.email(), request)) {
            case LogInThrottle.Attempt.Refused(TooManyAttempts tooMany) -> {
                return new Proof.Refused(tooMany.toResponse());
            }
            case LogInThrottle.Attempt.Admitted attempt -> {
                Optional<Accounts.Authenticated> shown =
                        accounts.authenticate(account.email(), password);
                if (shown.isPresent()) {
                    throttle.giveBack(attempt);
                    return new Proof.Given(shown.get(), session);
                }
            }
        }
        LOG.info("wrong password of somebody who is logged in: account {}", account.id().value());
        return new Proof.Refused(
                Problem.invalidInput(
                                field,
                                "This is not your password: type the one that you"
                                        + " log in with.")
                        .toResponse());
    }

    /** Makes a change that needs the proof, all or nothing; false if it no longer holds. */
    @Transactional
    boolean perform(Proof.Given proof, Runnable change) {
        if (!accounts.isCurrent(proof.shown()) || !sessions.isOpen(proof.session())) {
            return false;
        }
        change.run();
        return true;
    }
}

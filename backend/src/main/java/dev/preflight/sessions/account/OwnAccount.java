package dev.preflight.sessions.account;

import dev.preflight.accounts.Account;
import dev.preflight.accounts.Accounts;
import dev.preflight.crossorigin.SessionCookies;
import dev.preflight.sessions.Session;
import dev.preflight.web.Problem;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;

import jakarta.inject.Singleton;

import java.util.function.Function;

/** The account of a session, which may have been deleted a moment ago. */
@Singleton
public final class OwnAccount {

    private final Accounts accounts;
    private final SessionCookies cookies;

    OwnAccount(Accounts accounts, SessionCookies cookies) {
        this.accounts = accounts;
        this.cookies = cookies;
    }

    HttpResponse<?> with(Session session, Function<Account, HttpResponse<?>> answer) {
        return accounts.find(session.accountId())
                .<HttpResponse<?>>map(answer)
                .orElseGet(this::sessionOver);
    }

    /** The account was deleted, or all its sessions ended, a moment ago. */
    public HttpResponse<?> sessionOver() {
        return clearing(
                Problem.of(
                                HttpStatus.UNAUTHORIZED,
                                "session-over",
                                "Your session is over",
                                "You were logged out, or your account was deleted, elsewhere and"
                                        + " just now: nothing was changed.")
                        .toResponse());
    }

    HttpResponse<?> clearing(MutableHttpResponse<?> response) {
        cookies.clearing().forEach(cookie -> response.header(HttpHeaders.SET_COOKIE, cookie));
        return response;
    }
}

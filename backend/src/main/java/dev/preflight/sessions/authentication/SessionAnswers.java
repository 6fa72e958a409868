package dev.preflight.sessions.authentication;

import dev.preflight.accounts.Account;
import dev.preflight.crossorigin.SessionCookies;
import dev.preflight.sessions.Issued;
import dev.preflight.sessions.Session;
import dev.preflight.sessions.Sessions;
import dev.preflight.sessions.devices.Device;
import dev.preflight.web.Problem;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.server.util.HttpClientAddressResolver;

import jakarta.inject.Singleton;

import org.jspecify.annotations.Nullable;

import java.util.List;

/** What the calls about a login have in common: the browser that asks, and its cookies. */
@Singleton
final class SessionAnswers {

    private final Sessions sessions;
    private final SessionCookies cookies;
    private final HttpClientAddressResolver addresses;

    SessionAnswers(Sessions sessions, SessionCookies cookies, HttpClientAddressResolver addresses) {
        this.sessions = sessions;
        this.cookies = cookies;
        this.addresses = addresses;
    }

    static HttpResponse<?> loggedIn(HttpStatus status, Account account, Issued issued) {
        MutableHttpResponse<AccountResponse> response = HttpResponse.status(status);
        return settingCookies(response.body(AccountResponse.of(account)), issued.cookies());
    }

    /** Ends the session that a request came with, by either of its tokens. */
    void endPrevious(HttpRequest<?> request, @Nullable Session session) {
        if (session != null) {
            sessions.end(session);
        }
        cookies.refreshToken(request).ifPresent(sessions::endByRefreshToken);
    }

    Device device(HttpRequest<?> request) {
        return Device.of(request, addresses.resolve(request));
    }

    MutableHttpResponse<Problem> sessionOver(HttpRequest<?> request) {
        return Problem.of(
                        HttpStatus.UNAUTHORIZED,
                        "session-over",
                        "Your session is over",
                        cookies.areAmbiguousIn(request)
                                ? "Your browser sent two session cookies, and one of them was set"
                                        + " by something else than this server: delete the cookies"
                                        + " of this site, then log in again."
                                : "You were logged out, here or elsewhere, or it was too long ago:"
                                        + " log in again.")
                .toResponse();
    }

    private static HttpResponse<?> settingCookies(
            MutableHttpResponse<?> response, List<String> cookies) {
        cookies.forEach(cookie -> response.header(HttpHeaders.SET_COOKIE, cookie));
        return response;
    }

    /** Nothing to say but that the session goes on, with these tokens. */
    static HttpResponse<?> renewed(Issued issued) {
        return settingCookies(HttpResponse.noContent(), issued.cookies());
    }

    /** An answer after which the browser keeps no token. */
    HttpResponse<?> clearing(MutableHttpResponse<?> response, HttpRequest<?> request) {
        return settingCookies(response, cookies.clearing(request));
    }
}

package dev.preflight.sessions;

import dev.preflight.crossorigin.SessionCookies;

import io.micronaut.http.HttpRequest;
import io.micronaut.security.token.reader.TokenReader;

import jakarta.inject.Singleton;

import java.util.Optional;

/** Finds the token in the session's cookie, the only place where one is looked for. */
@Singleton
final class SessionCookieReader implements TokenReader<HttpRequest<?>> {

    private final SessionCookies cookies;

    SessionCookieReader(SessionCookies cookies) {
        this.cookies = cookies;
    }

    @Override
    public Optional<String> findToken(HttpRequest<?> request) {
        return cookies.accessToken(request);
    }
}

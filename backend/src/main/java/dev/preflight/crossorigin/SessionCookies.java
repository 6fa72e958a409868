package dev.preflight.crossorigin;

import io.micronaut.context.annotation.Context;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.cookie.Cookie;
import io.micronaut.http.cookie.SameSite;

import java.time.Duration;
import java.util.Optional;

/**
 * The names and attributes of the cookies that carry a session (RFC 6265bis).
 *
 * <p>{@code __Host-} binds a cookie to this host and to TLS. At home over plain http it cannot be
 * used, because Safari refuses Secure cookies there. {@code SameSite=None} is accepted only with
 * {@code Secure}, and outlives the end of third-party cookies only with {@code Partitioned}.
 */
@Context
public final class SessionCookies {

    private static final String NAME = "preflight";

    private final String name;
    private final String attributes;

    SessionCookies(OwnOrigin origin, CrossOriginSettings settings) {
        SameSite sameSite = settings.sameSite();
        this.name = origin.isSecure() ? "__Host-" + NAME : NAME;
        boolean secure = origin.isSecure() || sameSite == SameSite.None;
        this.attributes =
                "; Path=/; HttpOnly; SameSite="
                        + sameSite
                        + (secure ? "; Secure" : "")
                        + (sameSite == SameSite.None ? "; Partitioned" : "");
    }

    /**
     * The access token that a request carries, if any; nothing is known yet of whether it holds.
     */
    public Optional<String> accessToken(HttpRequest<?> request) {
        return request.getCookies().findCookie(name).map(Cookie::getValue);
    }

    /** A {@code Set-Cookie} value that stores an access token for so long. */
    public String storing(String accessToken, Duration maxAge) {
        return name + "=" + accessToken + "; Max-Age=" + maxAge.toSeconds() + attributes;
    }

    /** A {@code Set-Cookie} value that removes the access token. */
    public String clearing() {
        return name + "=; Max-Age=0" + attributes;
    }
}

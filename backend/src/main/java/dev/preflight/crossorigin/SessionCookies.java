package dev.preflight.crossorigin;

import dev.preflight.crossorigin.policy.CookieAttributes;

import io.micronaut.context.annotation.Context;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.cookie.Cookie;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The names and attributes of the cookies that carry a session (RFC 6265bis): an access token for
 * every call, and a refresh token that only the calls about the login itself receive.
 *
 * <p>{@code __Host-} binds a cookie to this host and to TLS; the refresh token has a path of its
 * own, so that {@code __Secure-} is what remains for it. At home over plain http neither can be
 * used, because Safari refuses Secure cookies there. {@code SameSite=None} is accepted only with
 * {@code Secure}, and outlives the end of third-party cookies only with {@code Partitioned}.
 */
@Context
public final class SessionCookies {

    private static final String ACCESS = "preflight";
    private static final String REFRESH = "preflight-refresh";
    private static final String REFRESH_PATH = "/api/authentication";
    private static final String PARTITIONED = "; Partitioned";

    private final CookieAttributes attributes;
    private final String accessName;
    private final String refreshName;
    private final String accessAttributes;
    private final String refreshAttributes;

    SessionCookies(OwnOrigin origin, StartCheck checked) {
        this.attributes =
                CookieAttributes.of(checked.configuration().cookieSameSite(), origin.isSecure());
        this.accessName = origin.isSecure() ? "__Host-" + ACCESS : ACCESS;
        this.refreshName = origin.isSecure() ? "__Secure-" + REFRESH : REFRESH;
        this.accessAttributes = "; Path=/; " + attributes.written();
        this.refreshAttributes = "; Path=" + REFRESH_PATH + "; " + attributes.written();
    }

    /** What decides from where browsers send them. */
    CookieAttributes attributes() {
        return attributes;
    }

    /**
     * The access token that a request carries, if any; nothing is known yet of whether it holds.
     */
    public Optional<String> accessToken(HttpRequest<?> request) {
        return value(request, accessName);
    }

    /**
     * The refresh token that a request carries, if any; nothing is known yet of whether it holds.
     */
    public Optional<String> refreshToken(HttpRequest<?> request) {
        return value(request, refreshName);
    }

    /** Whether a request carries a token of either kind, be it good or not. */
    public boolean isCarriedBy(HttpRequest<?> request) {
        return count(request, accessName) > 0 || count(request, refreshName) > 0;
    }

    /**
     * Whether a request carries two cookies of one name, of which one is not ours: another server
     * of this host has planted it, on another port for one, or a sibling of a longer path or wider
     * domain (RFC 6265bis §8.6). Nobody can tell which, so that neither is believed.
     */
    public boolean areAmbiguousIn(HttpRequest<?> request) {
        return count(request, accessName) > 1 || count(request, refreshName) > 1;
    }

    private static Optional<String> value(HttpRequest<?> request, String name) {
        return count(request, name) == 1
                ? request.getCookies().findCookie(name).map(Cookie::getValue)
                : Optional.empty();
    }

    private static long count(HttpRequest<?> request, String name) {
        return request.getHeaders().getAll(HttpHeaders.COOKIE).stream()
                .flatMap(line -> Stream.of(line.split(";", -1)))
                .filter(pair -> pair.split("=", 2)[0].strip().equals(name))
                .count();
    }

    /**
     * The {@code Set-Cookie} values that store both tokens.
     *
     * @param accessLifetime how long the browser keeps the access token
     * @param refreshLifetime how long it keeps the refresh token
     */
    public List<String> storing(
            String accessToken,
            Duration accessLifetime,
            String refreshToken,
            Duration refreshLifetime) {
        return List.of(
                cookie(accessName, accessToken, accessLifetime, accessAttributes),
                cookie(refreshName, refreshToken, refreshLifetime, refreshAttributes));
    }

    /** The {@code Set-Cookie} values that remove both tokens. */
    public List<String> clearing() {
        return List.of(clearingAccess(), cookie(refreshName, "", Duration.ZERO, refreshAttributes));
    }

    /**
     * The same for a request that may carry more than ours: a token may also have been stored while
     * {@code PREFLIGHT_COOKIE_SAME_SITE} was another, and browsers keep partitioned cookies apart.
     */
    public List<String> clearing(HttpRequest<?> request) {
        if (!areAmbiguousIn(request)) {
            return clearing();
        }
        return clearing().stream().flatMap(ours -> Stream.of(ours, otherPartition(ours))).toList();
    }

    private static String otherPartition(String cookie) {
        return cookie.endsWith(PARTITIONED)
                ? cookie.replace(PARTITIONED, "")
                : cookie.replaceFirst("; SameSite=.*", "; SameSite=None; Secure" + PARTITIONED);
    }

    /** The {@code Set-Cookie} value that removes the access token alone. */
    public String clearingAccess() {
        return cookie(accessName, "", Duration.ZERO, accessAttributes);
    }

    private static String cookie(String name, String value, Duration maxAge, String attributes) {
        return name + "=" + value + "; Max-Age=" + maxAge.toSeconds() + attributes;
    }
}

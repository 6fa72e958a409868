package dev.preflight.sessions;

import com.nimbusds.jwt.JWT;
import com.nimbusds.jwt.JWTClaimsSet;

import dev.preflight.accounts.AccountId;
import dev.preflight.crossorigin.OwnOrigin;

import io.micronaut.http.HttpRequest;
import io.micronaut.security.token.generator.TokenGenerator;
import io.micronaut.security.token.jwt.validator.JsonWebTokenValidator;

import jakarta.inject.Singleton;

import org.jspecify.annotations.Nullable;

import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Writes and reads the JWT of a session (RFC 7519): claims {@code iss aud sub sid jti iat exp},
 * signed with HS256 by the framework, and refused unless each claim is there, of its type, and
 * right.
 */
@Singleton
final class AccessTokens {

    private static final String SESSION = "sid";

    /** How far the clocks of two instances may be apart. */
    private static final Duration TOLERANCE = Duration.ofMinutes(1);

    private final TokenGenerator generator;
    private final JsonWebTokenValidator<JWT, HttpRequest<?>> signature;
    private final SessionSettings settings;
    private final String issuer;
    private final Clock clock;

    AccessTokens(
            TokenGenerator generator,
            JsonWebTokenValidator<JWT, HttpRequest<?>> signature,
            SessionSettings settings,
            OwnOrigin origin,
            Clock clock) {
        this.generator = generator;
        this.signature = signature;
        this.settings = settings;
        this.issuer = origin.serialized();
        this.clock = clock;
    }

    /** A token for a session that was just opened. */
    String write(Session session) {
        long now = clock.instant().getEpochSecond();
        Map<String, Object> claims =
                Map.of(
                        "iss",
                        issuer,
                        "aud",
                        issuer,
                        "sub",
                        session.accountId().value().toString(),
                        SESSION,
                        session.id().value().toString(),
                        "jti",
                        UUID.randomUUID().toString(),
                        "iat",
                        now,
                        "exp",
                        now + settings.accessLifetime().toSeconds());
        return generator
                .generateToken(claims)
                .orElseThrow(() -> new IllegalStateException("the token was not signed"));
    }

    /** The session that a token names, if the token is ours, whole and not expired. */
    Optional<Session> read(String token, @Nullable HttpRequest<?> request) {
        return validated(token, request).flatMap(this::session);
    }

    private Optional<JWT> validated(String token, @Nullable HttpRequest<?> request) {
        try {
            return signature.validate(token, request);
        } catch (RuntimeException notAToken) {
            // The parser stumbles over JSON that is no object, such as a header of null.
            return Optional.empty();
        }
    }

    private Optional<Session> session(JWT jwt) {
        try {
            JWTClaimsSet claims = jwt.getJWTClaimsSet();
            if (claims == null || !isOurs(claims) || !isCurrent(claims)) {
                return Optional.empty();
            }
            UUID account = uuid(claims.getSubject());
            UUID session = uuid(claims.getStringClaim(SESSION));
            if (account == null || session == null || claims.getJWTID() == null) {
                return Optional.empty();
            }
            return Optional.of(new Session(new AccountId(account), new SessionId(session)));
        } catch (ParseException wrongType) {
            return Optional.empty();
        }
    }

    private boolean isOurs(JWTClaimsSet claims) {
        return issuer.equals(claims.getIssuer()) && List.of(issuer).equals(claims.getAudience());
    }

    private boolean isCurrent(JWTClaimsSet claims) {
        Date issued = claims.getIssueTime();
        Date expires = claims.getExpirationTime();
        if (issued == null || expires == null) {
            return false;
        }
        Instant now = clock.instant();
        Instant latestStart = now.plus(TOLERANCE);
        Instant earliestStart = now.minus(settings.accessLifetime());
        return !issued.toInstant().isAfter(latestStart)
                && !issued.toInstant().isBefore(earliestStart)
                && expires.toInstant().isAfter(now)
                && !expires.toInstant().isAfter(latestStart.plus(settings.accessLifetime()));
    }

    private static @Nullable UUID uuid(@Nullable String text) {
        if (text == null) {
            return null;
        }
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException notAUuid) {
            return null;
        }
    }
}

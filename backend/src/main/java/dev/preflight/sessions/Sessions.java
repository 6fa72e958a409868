package dev.preflight.sessions;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

import dev.preflight.accounts.AccountId;
import dev.preflight.accounts.PasswordReset;
import dev.preflight.crossorigin.SessionCookies;
import dev.preflight.sessions.devices.Device;
import dev.preflight.web.Secret;

import io.micronaut.runtime.event.annotation.EventListener;
import io.micronaut.scheduling.annotation.Scheduled;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * Opens, renews, recognises and ends sessions. The database decides; this instance remembers its
 * answer for two seconds, so that an end takes effect here at once and on other instances within
 * that time.
 *
 * <p>A session is a family of refresh tokens. Each is used once and gets a successor; one that is
 * shown again is either that of a second tab or a lost answer, moments later, or was stolen, and
 * then nobody can tell the thief from the owner: the whole session ends (RFC 9700 §4.14.2). The use
 * of one token uses up its siblings, so that a thief who was as quick as a second tab has no branch
 * of the family to live on.
 */
@Singleton
public class Sessions {

    private static final Logger LOG = LoggerFactory.getLogger(Sessions.class);
    private static final Duration REMEMBERED = Duration.ofSeconds(2);
    private static final int REMEMBERED_AT_MOST = 100_000;

    private final SessionRepository repository;
    private final RefreshTokenRepository refreshTokens;
    private final AccessTokens accessTokens;
    private final SessionCookies cookies;
    private final SessionSettings settings;
    private final Clock clock;
    private final Cache<SessionId, Boolean> live =
            Caffeine.newBuilder()
                    .expireAfterWrite(REMEMBERED)
                    .maximumSize(REMEMBERED_AT_MOST)
                    .build();

    Sessions(
            SessionRepository repository,
            RefreshTokenRepository refreshTokens,
            AccessTokens accessTokens,
            SessionCookies cookies,
            SessionSettings settings,
            Clock clock) {
        this.repository = repository;
        this.refreshTokens = refreshTokens;
        this.accessTokens = accessTokens;
        this.cookies = cookies;
        this.settings = settings;
        this.clock = clock;
    }

    /** Opens a session. */
    @Transactional
    public Issued open(AccountId account, Device device) {
        UUID id = UUID.randomUUID();
        Instant now = clock.instant();
        Instant expires = now.plus(settings.idleLifetime());
        repository.insert(
                id,
                account.value(),
                now,
                expires,
                device.browser(),
                device.operatingSystem(),
                device.address());
        repository.deleteBeyond(account.value(), settings.perAccount());
        return issue(new Session(account, new SessionId(id)), 0, now, expires);
    }

    /** Renews the session that a refresh token belongs to, if the token still holds. */
    @Transactional
    public Refresh refresh(String refreshToken, Device device) {
        Secret shown = new Secret(refreshToken);
        Instant now = clock.instant();
        RefreshTokenRepository.Row known = find(shown, now);
        if (known == null) {
            LOG.info("refresh refused: no session has this refresh token");
            return new Refresh.Over();
        }
        UUID id = known.sessionId();
        Instant expires =
                earlier(
                        now.plus(settings.idleLifetime()),
                        known.sessionCreatedAt().plus(settings.absoluteLifetime()));
        // Before the token, in the order in which the end of a session locks the two.
        int prolonged =
                repository.prolong(
                        id,
                        now,
                        expires,
                        device.browser(),
                        device.operatingSystem(),
                        device.address());
        if (prolonged == 0 || !expires.isAfter(now)) {
            LOG.info("refresh refused: the session is over: account {}", known.accountId());
            return new Refresh.Over();
        }
        if (refreshTokens.use(known.hash(), now) == 0 && isReused(shown, now)) {
            end(new SessionId(id));
            LOG.warn(
                    "session ended, a used refresh token was shown again and may be stolen:"
                            + " account {}, session {}",
                    known.accountId(),
                    id);
            return new Refresh.Over();
        }
        refreshTokens.useUpTo(id, known.generation(), now);
        Session session = new Session(new AccountId(known.accountId()), new SessionId(id));
        return new Refresh.Renewed(issue(session, known.generation() + 1, now, expires));
    }

    private RefreshTokenRepository.@Nullable Row find(Secret token, Instant now) {
        return token.isPlausible()
                ? refreshTokens.find(token.hash(), now.minus(settings.idleLifetime())).orElse(null)
                : null;
    }

    /** Whether a token that was used before is shown too late for an honest mishap. */
    private boolean isReused(Secret token, Instant now) {
        RefreshTokenRepository.Row used = find(token, now);
        return used == null
                || used.usedAt() == null
                || used.usedAt().plus(settings.grace()).isBefore(now);
    }

    private Issued issue(Session session, int generation, Instant now, Instant expires) {
        Secret token = Secret.generate();
        refreshTokens.insert(token.hash(), session.id().value(), now, generation);
        return new Issued(
                session,
                cookies.storing(
                        accessTokens.write(session),
                        settings.accessLifetime(),
                        token.value(),
                        Duration.between(now, expires)));
    }

    /** Where an account is logged in, the session used last first. */
    public List<ActiveSession> of(AccountId account) {
        return repository.findLiveOf(account.value(), clock.instant()).stream()
                .map(
                        row ->
                                new ActiveSession(
                                        row.id(),
                                        new Device(
                                                row.browser(),
                                                row.operatingSystem(),
                                                row.address()),
                                        row.createdAt(),
                                        row.lastUsedAt()))
                .toList();
    }

    /** Ends a session. */
    public void end(Session session) {
        end(session.id());
        LOG.info("logged out: account {}", session.getName());
    }

    /** Ends a session of this account; false if there is none of this id. */
    public boolean end(AccountId account, UUID id) {
        boolean own = of(account).stream().anyMatch(session -> session.id().equals(id));
        if (own) {
            end(new SessionId(id));
        }
        return own;
    }

    /** Ends the session that a refresh token belongs to, be it used or not, if there is one. */
    public void endByRefreshToken(String refreshToken) {
        RefreshTokenRepository.Row known = find(new Secret(refreshToken), clock.instant());
        if (known != null) {
            end(new SessionId(known.sessionId()));
            LOG.info("logged out: account {}", known.accountId());
        }
    }

    /** Ends all sessions of an account but this one. */
    public void endOthers(Session keep) {
        for (ActiveSession session : of(keep.accountId())) {
            if (!session.is(keep)) {
                end(new SessionId(session.id()));
            }
        }
    }

    /** Ends all sessions of an account. */
    public void endAllOf(AccountId account) {
        for (ActiveSession session : of(account)) {
            end(new SessionId(session.id()));
        }
    }

    /** The password that opened them is gone. */
    @EventListener
    void on(PasswordReset reset) {
        endAllOf(reset.account());
    }

    private void end(SessionId id) {
        repository.delete(id.value());
        // Not "forget": a look-up under way would then put its older answer back.
        live.put(id, false);
    }

    /** Whether a session is live by the database's word, whatever is remembered. */
    public boolean isOpen(Session session) {
        return repository.findLive(session.id().value(), clock.instant()).isPresent();
    }

    /** Whether a session is live, as far as it is remembered; never asks the database. */
    @Nullable Boolean remembered(SessionId id) {
        return live.getIfPresent(id);
    }

    /** Whether a session is live; may ask the database. */
    boolean isLive(SessionId id) {
        return live.get(
                id, unknown -> repository.findLive(unknown.value(), clock.instant()).isPresent());
    }

    @Scheduled(fixedDelay = "1h", initialDelay = "1m")
    void forgetExpired() {
        Instant now = clock.instant();
        repository.deleteExpired(now);
        refreshTokens.deleteIssuedUntil(now.minus(settings.idleLifetime()));
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}

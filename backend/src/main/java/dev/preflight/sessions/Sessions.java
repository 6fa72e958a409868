package dev.preflight.sessions;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

import dev.preflight.accounts.AccountId;

import io.micronaut.scheduling.annotation.Scheduled;

import jakarta.inject.Singleton;

import org.jspecify.annotations.Nullable;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/**
 * Opens, recognises and ends sessions. The database decides; this instance remembers its answer for
 * two seconds, so that an end takes effect here at once and on other instances within that time.
 */
@Singleton
class Sessions {

    private static final Duration REMEMBERED = Duration.ofSeconds(2);
    private static final int REMEMBERED_AT_MOST = 100_000;

    private final SessionRepository repository;
    private final SessionSettings settings;
    private final Clock clock;
    private final Cache<SessionId, Boolean> live =
            Caffeine.newBuilder()
                    .expireAfterWrite(REMEMBERED)
                    .maximumSize(REMEMBERED_AT_MOST)
                    .build();

    Sessions(SessionRepository repository, SessionSettings settings, Clock clock) {
        this.repository = repository;
        this.settings = settings;
        this.clock = clock;
    }

    /** Opens a session that lasts for the configured lifetime. */
    Session open(AccountId account) {
        SessionId id = new SessionId(UUID.randomUUID());
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        repository.insert(id.value(), account.value(), now, now.plus(settings.lifetime()));
        return new Session(account, id);
    }

    /** Ends a session, if it is not over. */
    void end(SessionId id) {
        repository.delete(id.value());
        // Not "forget": a look-up under way would then put its older answer back.
        live.put(id, false);
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
        repository.deleteExpired(clock.instant());
    }
}

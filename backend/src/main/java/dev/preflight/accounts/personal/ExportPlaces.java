package dev.preflight.accounts.personal;

import dev.preflight.accounts.AccountId;

import jakarta.inject.Singleton;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Lets few people export at once, each of them once: an export takes memory as long as its reader
 * takes it, which may be forever. Whoever reads too slowly loses the place.
 */
@Singleton
final class ExportPlaces {

    private static final int PLACES = 8;

    /** What a reader may take to begin, and any pause besides what was read at this pace. */
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private static final long SLOWEST_BYTES_PER_SECOND = 16_000;

    private final Map<AccountId, Place> taken = new HashMap<>();
    private final Clock clock;

    ExportPlaces(Clock clock) {
        this.clock = clock;
    }

    /** Empty if this account has a place already, or if there are none. */
    synchronized Optional<Place> take(AccountId owner) {
        taken.values().removeIf(Place::isOver);
        if (taken.size() == PLACES || taken.containsKey(owner)) {
            return Optional.empty();
        }
        Place place = new Place(owner);
        taken.put(owner, place);
        return Optional.of(place);
    }

    private synchronized void giveBack(Place place) {
        taken.remove(place.owner, place);
    }

    /** One export's leave to go on. */
    final class Place implements AutoCloseable {

        private final AccountId owner;
        private volatile Instant end = clock.instant().plus(PATIENCE);

        private Place(AccountId owner) {
            this.owner = owner;
        }

        /** Notes that so many bytes were read. */
        void read(int bytes) {
            end = end.plusNanos(bytes * 1_000_000_000L / SLOWEST_BYTES_PER_SECOND);
        }

        boolean isOver() {
            return clock.instant().isAfter(end);
        }

        @Override
        public void close() {
            giveBack(this);
        }
    }
}

package dev.preflight.lab;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Room for things that stay equally long, for so many of each owner and so many in all. A cache
 * makes room by throwing out what somebody else still needs; here whoever comes too late is told
 * how long to wait.
 */
final class Room<T> {

    private final Clock clock;
    private final Duration stay;
    private final int mostOfAnOwner;
    private final int most;
    private final Consumer<T> farewell;

    /** In the order in which they came, and so in that in which they go. */
    private final Map<String, Kept<T>> kept = new LinkedHashMap<>();

    private final Map<String, Integer> ofOwner = new HashMap<>();

    private record Kept<T>(T thing, String owner, Instant until) {}

    Room(Clock clock, Duration stay, int mostOfAnOwner, int most, Consumer<T> farewell) {
        this.clock = clock;
        this.stay = stay;
        this.mostOfAnOwner = mostOfAnOwner;
        this.most = most;
        this.farewell = farewell;
    }

    /** Keeps a thing: empty if there was room for it, else how long until there is. */
    synchronized Optional<Duration> add(String key, String owner, T thing) {
        removeExpired();
        if (ofOwner.getOrDefault(owner, 0) >= mostOfAnOwner) {
            return Optional.of(untilOneGoes(owner));
        }
        if (kept.size() >= most) {
            return Optional.of(
                    Duration.between(clock.instant(), kept.values().iterator().next().until()));
        }
        kept.put(key, new Kept<>(thing, owner, clock.instant().plus(stay)));
        ofOwner.merge(owner, 1, Integer::sum);
        return Optional.empty();
    }

    private Duration untilOneGoes(String owner) {
        return kept.values().stream()
                .filter(one -> one.owner().equals(owner))
                .findFirst()
                .map(one -> Duration.between(clock.instant(), one.until()))
                .orElse(stay);
    }

    synchronized Optional<T> find(String key) {
        return Optional.ofNullable(kept.get(key))
                .filter(one -> clock.instant().isBefore(one.until()))
                .map(Kept::thing);
    }

    synchronized void remove(String key) {
        Kept<T> gone = kept.remove(key);
        if (gone != null) {
            leave(gone);
        }
    }

    synchronized void removeExpired() {
        Instant now = clock.instant();
        Iterator<Kept<T>> oldestFirst = kept.values().iterator();
        while (oldestFirst.hasNext()) {
            Kept<T> oldest = oldestFirst.next();
            if (now.isBefore(oldest.until())) {
                return;
            }
            oldestFirst.remove();
            leave(oldest);
        }
    }

    private void leave(Kept<T> gone) {
        ofOwner.computeIfPresent(gone.owner(), (_, count) -> count == 1 ? null : count - 1);
        farewell.accept(gone.thing());
    }
}

package dev.preflight.lab;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Room for things that stay equally long, for so many of each of their owners and so many in all. A
 * cache makes room by throwing out what somebody else still needs; here whoever comes too late is
 * told how long to wait.
 */
final class Room<T> {

    private final Clock clock;
    private final Duration stay;
    private final int most;
    private final Consumer<T> farewell;

    /** In the order in which they came, and so in that in which they go. */
    private final Map<String, Kept<T>> kept = new LinkedHashMap<>();

    private final Map<String, Integer> ofOwner = new HashMap<>();

    private record Kept<T>(T thing, List<Owner> owners, Instant until) {}

    /** Somebody whose things are counted, and how many there may be. */
    record Owner(String name, int most) {}

    Room(Clock clock, Duration stay, int most, Consumer<T> farewell) {
        this.clock = clock;
        this.stay = stay;
        this.most = most;
        this.farewell = farewell;
    }

    /** Keeps a thing: empty if there was room for it, else how long until there is. */
    synchronized Optional<Duration> add(String key, List<Owner> owners, T thing) {
        removeExpired();
        Optional<Duration> wait =
                owners.stream()
                        .filter(owner -> ofOwner.getOrDefault(owner.name(), 0) >= owner.most())
                        .map(this::untilOneGoes)
                        .max(Duration::compareTo);
        if (wait.isPresent()) {
            return wait;
        }
        if (kept.size() >= most) {
            return Optional.of(untilTheFirstGoes(kept.values().stream()));
        }
        kept.put(key, new Kept<>(thing, owners, clock.instant().plus(stay)));
        owners.forEach(owner -> ofOwner.merge(owner.name(), 1, Integer::sum));
        return Optional.empty();
    }

    private Duration untilOneGoes(Owner owner) {
        return untilTheFirstGoes(
                kept.values().stream().filter(one -> one.owners().contains(owner)));
    }

    private Duration untilTheFirstGoes(Stream<Kept<T>> oldestFirst) {
        return oldestFirst
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
        for (Owner owner : gone.owners()) {
            ofOwner.computeIfPresent(owner.name(), (_, count) -> count == 1 ? null : count - 1);
        }
        farewell.accept(gone.thing());
    }
}

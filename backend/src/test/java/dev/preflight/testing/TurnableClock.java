package dev.preflight.testing;

import io.micronaut.context.annotation.Replaces;

import jakarta.inject.Singleton;

import org.jspecify.annotations.Nullable;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.atomic.AtomicReference;

/** The server's clock in tests: it goes with the machine's, and can be put forward. */
@Singleton
@Replaces(Clock.class)
public final class TurnableClock extends Clock {

    private final AtomicReference<Duration> ahead = new AtomicReference<>(Duration.ZERO);
    private final AtomicReference<@Nullable Instant> stoppedAt = new AtomicReference<>();

    /** Lets so much time pass at once, for good. */
    public void forward(Duration time) {
        ahead.updateAndGet(time::plus);
    }

    /** Lets no more time pass but what is put forward: how long a test takes then means nothing. */
    public void stop() {
        stoppedAt.compareAndSet(null, Instant.now());
    }

    @Override
    public Instant instant() {
        Instant stopped = stoppedAt.get();
        return (stopped == null ? Instant.now() : stopped)
                .plus(ahead.get())
                .truncatedTo(ChronoUnit.MICROS);
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return Clock.fixed(instant(), zone);
    }
}

package dev.preflight.lab;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.core.scheduler.Schedulers;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongFunction;

/**
 * The exchanges of a run, the newest of them. Whoever follows it is told that there is something
 * new and comes to fetch it, so that a slow reader takes no memory and misses at most what is no
 * longer kept.
 */
final class Journal {

    private final Deque<Exchange> exchanges = new ArrayDeque<>();
    private final Sinks.Many<Long> changes = Sinks.many().replay().latestOrDefault(0L);
    private final int most;
    private long last;
    private boolean closed;

    Journal(int most) {
        this.most = most;
    }

    /** Writes down an exchange, which gets its number here. */
    synchronized void write(LongFunction<Exchange> numbered) {
        if (closed) {
            return;
        }
        last++;
        exchanges.addLast(numbered.apply(last));
        if (exchanges.size() > most) {
            exchanges.removeFirst();
        }
        changes.tryEmitNext(last).orThrow();
    }

    synchronized List<Exchange> exchanges() {
        return List.copyOf(exchanges);
    }

    /** What is kept beyond this number, and then what is written, until the journal is closed. */
    Flux<Exchange> after(long number) {
        return Flux.defer(
                () -> {
                    AtomicLong seen = new AtomicLong(number);
                    return changes.asFlux()
                            .onBackpressureLatest()
                            .publishOn(Schedulers.parallel(), 1)
                            .flatMapIterable(change -> beyond(seen), 1);
                });
    }

    private synchronized List<Exchange> beyond(AtomicLong seen) {
        long from = seen.getAndSet(last);
        return exchanges.stream().filter(exchange -> exchange.number() > from).toList();
    }

    /** Completes when the journal is closed. */
    Mono<Void> closed() {
        return changes.asFlux().then();
    }

    synchronized void close() {
        if (!closed) {
            closed = true;
            changes.tryEmitComplete();
        }
    }
}

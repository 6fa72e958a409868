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
 * longer kept. Where all journals together hold what they may, each makes room for its newest
 * exchange by its own oldest ones.
 */
final class Journal {

    /** What each has of the memory from the start, so that others never leave it without any. */
    static final int BYTES_AT_LEAST = 8192;

    private final Deque<Exchange> exchanges = new ArrayDeque<>();
    private final Sinks.Many<Long> changes = Sinks.many().replay().latestOrDefault(0L);
    private final int most;
    private final int mostBytes;
    private final Memory memory;
    private long last;
    private int bytes;
    private int taken = BYTES_AT_LEAST;
    private boolean closed;

    /**
     * @param memory from which its first bytes have been taken, and which gets them back when it is
     *     closed
     */
    Journal(int most, int mostBytes, Memory memory) {
        this.most = most;
        this.mostBytes = mostBytes;
        this.memory = memory;
    }

    /**
     * Writes down an exchange, which gets its number here; one for which there is no room even
     * without all others is missing among the numbers.
     */
    synchronized void write(LongFunction<Exchange> numbered) {
        if (closed) {
            return;
        }
        last++;
        Exchange exchange = numbered.apply(last);
        exchanges.addLast(exchange);
        bytes += exchange.bytes();
        while (exchanges.size() > 1 && (exchanges.size() > most || bytes > mostBytes)) {
            bytes -= exchanges.removeFirst().bytes();
        }
        while (!exchanges.isEmpty() && !hasMemory()) {
            bytes -= exchanges.removeFirst().bytes();
        }
        giveBack(Math.max(BYTES_AT_LEAST, bytes));
        changes.tryEmitNext(last).orThrow();
    }

    private boolean hasMemory() {
        if (bytes > taken && memory.take(bytes - taken)) {
            taken = bytes;
        }
        return bytes <= taken;
    }

    private void giveBack(int butFor) {
        memory.giveBack(taken - butFor);
        taken = butFor;
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
        if (closed) {
            return;
        }
        closed = true;
        giveBack(0);
        changes.tryEmitComplete();
    }
}

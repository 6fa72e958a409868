package dev.preflight.posts.markdown;

import dev.preflight.web.Overloaded;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Lets so many render at once, the others one after another, and refuses whom it cannot soon. */
final class Turns {

    private static final long LONGEST_WAIT_SECONDS = 5;
    private static final int MOST_WAITING = 100;

    private final Semaphore free;

    Turns(int atOnce) {
        this.free = new Semaphore(atOnce, true);
    }

    /** Does something when it is its turn. */
    <T> T take(Supplier<T> work) {
        try {
            if (waiting() >= MOST_WAITING
                    || !free.tryAcquire(LONGEST_WAIT_SECONDS, TimeUnit.SECONDS)) {
                throw new Overloaded("too many texts are being rendered", null);
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new Overloaded("the server is stopping", stopping);
        }
        try {
            return work.get();
        } finally {
            free.release();
        }
    }

    int waiting() {
        return free.getQueueLength();
    }
}

package dev.preflight.web.database;

import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

import java.util.concurrent.ExecutorService;

/**
 * Threads for what asks the database on behalf of a reactive stream. A stream that is cancelled,
 * because a client went away, would interrupt them; H2 answers an interrupt by closing its file,
 * for everybody, and PostgreSQL's driver by giving up its connection.
 */
public final class Uninterrupted {

    private Uninterrupted() {}

    /** A scheduler of the executor's threads, which may block and are left alone. */
    public static Scheduler on(ExecutorService executor) {
        // As a mere executor, whose tasks Reactor has no way to interrupt.
        return Schedulers.fromExecutor(task -> executor.execute(task));
    }
}

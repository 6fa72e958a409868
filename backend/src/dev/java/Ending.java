import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Ends what was started: with this process, with Maven, or for a start anew. */
final class Ending {

    private static final Duration TO_STOP = Duration.ofSeconds(10);
    private static final Duration FOR_CTRL_C = Duration.ofSeconds(2);
    private static final CountDownLatch BEGUN = new CountDownLatch(1);

    private Ending() {}

    /** From now on nothing that this process started outlives it, and it does not outlive Maven. */
    static void prepare() {
        Runtime.getRuntime().addShutdownHook(new Thread(Ending::stopAll));
        Thread.ofPlatform().daemon().start(Ending::exitWithMaven);
    }

    /**
     * Does not return when it was a Ctrl-C that ended one of the two: it comes to all processes at
     * once, and to this one perhaps as the last.
     */
    static void awaitCtrlC() throws InterruptedException {
        if (BEGUN.await(FOR_CTRL_C.toMillis(), TimeUnit.MILLISECONDS)) {
            Thread.currentThread().join();
        }
    }

    static void stop(Process process) throws InterruptedException {
        process.destroy();
        if (!process.waitFor(TO_STOP.toMillis(), TimeUnit.MILLISECONDS)) {
            process.destroyForcibly().waitFor();
        }
    }

    /** However Maven ends: it holds this process's input open until then. */
    private static void exitWithMaven() {
        try {
            System.in.transferTo(OutputStream.nullOutputStream());
        } catch (IOException e) {
            // Then Maven is gone as well.
        }
        System.exit(0);
    }

    /** Ends what this process started, and what that started. */
    private static void stopAll() {
        BEGUN.countDown();
        var started = ProcessHandle.current().descendants().toList();
        started.forEach(ProcessHandle::destroy);
        var latest = Instant.now().plus(TO_STOP);
        while (started.stream().anyMatch(ProcessHandle::isAlive)) {
            if (Instant.now().isAfter(latest)) {
                started.forEach(ProcessHandle::destroyForcibly);
                return;
            }
            LockSupport.parkNanos(10_000_000);
        }
    }
}

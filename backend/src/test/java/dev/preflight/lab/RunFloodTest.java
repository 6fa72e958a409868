package dev.preflight.lab;

import static org.assertj.core.api.Assertions.assertThat;

import dev.preflight.testing.Person;
import dev.preflight.testing.TurnableClock;

import io.micronaut.test.extensions.junit5.annotation.MicronautTest;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.function.IntConsumer;

/**
 * What the Lab keeps of ten thousand runs that come as fast as they can: what it has room for. Of a
 * few runs, {@link BoundsTest} and {@link MemoryTest} check that.
 */
@Tag("soak")
@MicronautTest(transactional = false)
class RunFloodTest extends LabTest {

    private static final int FLOOD = 10_000;
    private static final int CALLERS = 400;
    private static final int AT_ONCE = 64;

    private static final double MEBIBYTE = 1 << 20;

    @Inject TurnableClock clock;
    @Inject LabSettings settings;
    @Inject Runs runs;

    @Override
    protected Map<String, String> configuration() {
        Map<String, String> configuration = super.configuration();
        // So that a test can come from many addresses.
        configuration.put("preflight.web.proxies.trusted", "127.0.0.1");
        return configuration;
    }

    @BeforeEach
    void letAllRunsEnd() {
        clock.forward(settings.lifetime());
    }

    @Test
    void keepsNoMoreThanItHasRoomFor() throws Exception {
        double bound = settings.bytes() / MEBIBYTE;
        double before = heap();
        Map<Integer, Integer> statuses = new ConcurrentHashMap<>();
        Queue<String> started = new ConcurrentLinkedQueue<>();

        double seconds =
                seconds(
                        number -> {
                            Person.Answer answer =
                                    start(
                                            "198."
                                                    + (18 + number % 2)
                                                    + "."
                                                    + number % CALLERS / 2
                                                    + ".1");
                            statuses.merge(answer.status(), 1, Integer::sum);
                            if (answer.status() == 201) {
                                started.add(answer.text("id"));
                            } else {
                                assertThat(answer.problem()).isEqualTo("too-many-runs");
                                assertThat(answer.header("Retry-After")).isNotEmpty();
                            }
                        });
        double full = heap();
        List<String> ids = List.copyOf(started);
        double asking = seconds(number -> ask(ids.get(number % ids.size())));
        double asked = heap();
        long kept = ids.stream().filter(id -> runs.find(id).isPresent()).count();
        clock.forward(settings.lifetime());
        assertThat(start("203.0.113.1").status()).isEqualTo(201);
        double after = heap();

        String figures =
                "%d runs in %.1f s %s, %d exchanges in %.1f s; kept %d runs; heap %.0f MiB before, %.0f with runs, %.0f with their journals, %.0f when they were over; at most %.0f MiB more"
                        .formatted(
                                FLOOD, seconds, statuses, FLOOD, asking, kept, before, full, asked,
                                after, bound);
        System.out.println(figures);
        assertThat(statuses).as(figures).containsOnlyKeys(201, 429);
        // Each of them takes some fifty kilobytes, so that the memory is full before the room is.
        assertThat(statuses.get(201)).as(figures).isBetween(1000, settings.runs() - 1);
        assertThat(kept).as(figures).isEqualTo(ids.size());
        // What is counted is their texts; the objects around these take a little more.
        assertThat(asked - before).as(figures).isLessThan(bound * 1.25);
        assertThat(after - before).as(figures).isLessThan(bound / 4);
    }

    /** Each takes little, and says much: twenty lines, a cookie and an address. */
    @Test
    void countsWhatManySmallExchangesTake() throws Exception {
        int few = 200;
        String header = "{\"name\": \"Vary\", \"value\": \"\"}";
        String response =
                """
                {"response": {"status": 302, "headers": [%s], "redirect": {"run": "%s"},
                  "cookie": {"name": "lab-1", "value": "%s", "sameSite": "Lax", "secure": false,
                    "partitioned": false}}}
                """
                        .formatted(
                                String.join(",", Collections.nCopies(20, header)),
                                started(OK),
                                "x".repeat(256));
        double before = heap();
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < few; i++) {
            ids.add(startedFrom("198.18." + i + ".1", response));
        }
        for (int round = 0; round < 3; round++) {
            seconds(number -> send("GET", "/runs/" + ids.get(number % few)));
        }
        double asked = heap();
        int kept = ids.stream().mapToInt(id -> exchanges(id).size()).sum();

        double bound = few * (double) settings.bytesPerRun() / MEBIBYTE;
        String figures =
                "%d small exchanges of %d runs, %d of them kept: heap %.1f MiB before, %.1f after; at most %.1f MiB more"
                        .formatted(3 * FLOOD, few, kept, before, asked, bound);
        System.out.println(figures);
        assertThat(kept).as(figures).isGreaterThan(few * 10);
        assertThat(asked - before).as(figures).isLessThan(bound * 1.25);
    }

    private String startedFrom(String address, String run) {
        Person.Answer answer = visitor().post("/api/lab/runs", run, "X-Forwarded-For", address);
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return answer.text("id");
    }

    private static double seconds(IntConsumer work) throws InterruptedException {
        long start = System.nanoTime();
        Queue<Throwable> failures = new ConcurrentLinkedQueue<>();
        try (ExecutorService machine = Executors.newVirtualThreadPerTaskExecutor()) {
            Semaphore connections = new Semaphore(AT_ONCE);
            for (int i = 0; i < FLOOD; i++) {
                int number = i;
                connections.acquire();
                machine.execute(
                        () -> {
                            try {
                                work.accept(number);
                            } catch (RuntimeException | AssertionError failure) {
                                failures.add(failure);
                            } finally {
                                connections.release();
                            }
                        });
            }
        }
        assertThat(failures).isEmpty();
        return Duration.ofNanos(System.nanoTime() - start).toMillis() / 1000.0;
    }

    private Person.Answer start(String address) {
        String header =
                "{\"name\": \"X-Lab-Example\", \"value\": \"%s\"}".formatted("x".repeat(1024));
        String reply =
                "{\"status\": 200, \"headers\": [%s]}"
                        .formatted(String.join(",", Collections.nCopies(20, header)));
        return visitor()
                .post(
                        "/api/lab/runs",
                        "{\"preflight\": " + reply + ", \"response\": " + reply + "}",
                        "X-Forwarded-For",
                        address);
    }

    private void ask(String id) {
        assertThat(visitor().get("/runs/" + id, "Origin", "x".repeat(4000)).status())
                .isEqualTo(200);
    }

    /** What is used when nothing is left to be thrown away, in MiB; a collector leaves gaps. */
    private static double heap() {
        double least = Double.MAX_VALUE;
        for (int i = 0; i < 3; i++) {
            System.gc();
            least =
                    Math.min(
                            least,
                            ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed()
                                    / MEBIBYTE);
        }
        return least;
    }
}

package dev.preflight.lab;

import static org.assertj.core.api.Assertions.assertThat;

import dev.preflight.testing.Person;
import dev.preflight.testing.TurnableClock;

import io.micronaut.test.extensions.junit5.annotation.MicronautTest;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.time.Duration;
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
 * few runs, {@link BoundsTest} and {@link LabSettingsTest} check that.
 */
@Tag("soak")
@MicronautTest(transactional = false)
class RunFloodTest extends LabTest {

    private static final int FLOOD = 10_000;
    private static final int CALLERS = 400;
    private static final int AT_ONCE = 64;

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
        List<String> ids = List.copyOf(started);
        double asking = seconds(number -> ask(ids.get(number % ids.size())));
        long kept = ids.stream().filter(id -> runs.find(id).isPresent()).count();
        clock.forward(settings.lifetime());
        assertThat(start("203.0.113.1").status()).isEqualTo(201);

        String figures =
                "%d runs in %.1f s %s, %d exchanges in %.1f s; kept %d runs"
                        .formatted(FLOOD, seconds, statuses, FLOOD, asking, kept);
        System.out.println(figures);
        assertThat(statuses).as(figures).containsOnlyKeys(201, 429);
        assertThat(statuses.get(201)).as(figures).isEqualTo(settings.runs());
        assertThat(kept).as(figures).isEqualTo(settings.runs());
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
}

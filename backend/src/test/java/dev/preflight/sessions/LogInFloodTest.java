package dev.preflight.sessions;

import static org.assertj.core.api.Assertions.assertThat;

import dev.preflight.testing.Json;
import dev.preflight.testing.Person;
import dev.preflight.testing.ServerTest;

import io.micronaut.test.extensions.junit5.annotation.MicronautTest;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;

/**
 * What guessing tells, and what it costs the others: nothing. That the time of an absent account is
 * spent on hashing, {@code PasswordCostTest} checks without a clock; that of many guesses at once
 * few reach the password, {@link LogInThrottleTest}.
 */
@Tag("soak")
@Tag("database")
@MicronautTest(transactional = false)
class LogInFloodTest extends ServerTest {

    private static final int FLOOD = 10_000;
    private static final int AT_ONCE = 64;
    private static final int MEASURED = 300;
    private static final int ROUNDS = 40;

    @Override
    protected Map<String, String> configuration() {
        return Map.of(
                // A throttled attempt tells nothing by its time; these have to reach the password,
                "preflight.throttling.budgets.log-in-network.burst", "1000",
                // and what is measured is a server's own cost.
                "preflight.accounts.hashing-memory-kib", "19456",
                "preflight.accounts.hashing-iterations", "2");
    }

    @Test
    void takesAsLongForAnAccountThatDoesNotExist() {
        List<Double> known = new ArrayList<>();
        List<Double> unknown = new ArrayList<>();
        List<Person> members = new ArrayList<>();
        for (int i = 0; i < ROUNDS; i++) {
            members.add(member());
        }
        for (Person member : members) {
            // In turns, so that whatever else the machine does meets both.
            known.add(millis(() -> refused(member.email())));
            unknown.add(millis(() -> refused(UUID.randomUUID() + "@example.com")));
        }

        // What the machine does besides is in the slower ones.
        double ratio = percentile(known, 0) / percentile(unknown, 0);
        String figures =
                "login refused, known and unknown account: median %.1f and %.1f ms, p10 %.1f and"
                                .formatted(
                                        percentile(known, 50),
                                        percentile(unknown, 50),
                                        percentile(known, 10))
                        + " %.1f ms, p90 %.1f and %.1f ms"
                                .formatted(
                                        percentile(unknown, 10),
                                        percentile(known, 90),
                                        percentile(unknown, 90));
        System.out.println(figures);
        assertThat(ratio).as(figures).isBetween(0.8, 1.25);
        assertThat(percentile(known, 10)).as(figures).isLessThan(percentile(unknown, 90));
        assertThat(percentile(unknown, 10)).as(figures).isLessThan(percentile(known, 90));
    }

    @Test
    void staysFastForOthersWhileAnAccountIsGuessed() throws Exception {
        Person member = member();
        member.publishes("Read me", "Text");
        Person reader = visitor();
        readings(reader, MEASURED);

        double before = percentile(readings(reader, MEASURED), 99);
        Map<Integer, Integer> statuses = new ConcurrentHashMap<>();
        double during;
        try (ExecutorService machine = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<?> flood =
                    machine.submit(
                            () -> {
                                flood(machine, member.email(), statuses);
                                return null;
                            });
            List<Double> readings = new ArrayList<>();
            while (!flood.isDone()) {
                readings.add(millis(() -> read(reader)));
            }
            flood.get();
            during = percentile(readings, 99);
            assertThat(readings).hasSizeGreaterThan(100);
        }
        double after = percentile(readings(reader, MEASURED), 99);

        String figures =
                "reading beside %d wrong logins %s: p99 %.1f ms before, %.1f ms during, %.1f after"
                        .formatted(FLOOD, statuses, before, during, after);
        System.out.println(figures);
        assertThat(statuses.values().stream().mapToInt(Integer::intValue).sum())
                .as(figures)
                .isEqualTo(FLOOD);
        assertThat(statuses).as(figures).containsOnlyKeys(401, 429);
        assertThat(statuses.get(401)).as(figures).isLessThan(20);
        // The flood itself is made on the same cores.
        assertThat(during).as(figures).isLessThan(1000);
        assertThat(after).as(figures).isLessThan(300);
        assertThat(logIn(member.email(), "wrong").header("Retry-After")).isNotEmpty();
    }

    private void flood(ExecutorService machine, String email, Map<Integer, Integer> statuses)
            throws InterruptedException {
        Semaphore connections = new Semaphore(AT_ONCE);
        for (int i = 0; i < FLOOD; i++) {
            connections.acquire();
            machine.execute(
                    () -> {
                        try {
                            statuses.merge(logIn(email, "wrong").status(), 1, Integer::sum);
                        } finally {
                            connections.release();
                        }
                    });
        }
        connections.acquire(AT_ONCE);
    }

    private static List<Double> readings(Person reader, int count) {
        List<Double> readings = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            readings.add(millis(() -> read(reader)));
        }
        return readings;
    }

    private static void read(Person reader) {
        assertThat(reader.get("/api/posts").status()).isEqualTo(200);
    }

    private void refused(String email) {
        assertThat(logIn(email, "wrong").status()).isEqualTo(401);
    }

    private Person.Answer logIn(String email, String password) {
        return visitor()
                .post(
                        "/api/authentication/log-in",
                        Json.write(Map.of("email", email, "password", password)));
    }

    private static double millis(Runnable work) {
        long start = System.nanoTime();
        work.run();
        return (System.nanoTime() - start) / 1e6;
    }

    private static double percentile(List<Double> values, int percent) {
        List<Double> sorted = new ArrayList<>(values);
        Collections.sort(sorted);
        return sorted.get(Math.min(sorted.size() - 1, sorted.size() * percent / 100));
    }
}

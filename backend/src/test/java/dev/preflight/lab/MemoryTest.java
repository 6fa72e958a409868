package dev.preflight.lab;

import static org.assertj.core.api.Assertions.assertThat;

import dev.preflight.testing.Person;
import dev.preflight.testing.TurnableClock;

import io.micronaut.test.extensions.junit5.annotation.MicronautTest;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.Map;

/** What all runs may take together, where that is little: less than four of them with journals. */
@MicronautTest(transactional = false)
class MemoryTest extends LabTest {

    @Inject TurnableClock clock;

    @Override
    protected Map<String, String> configuration() {
        Map<String, String> configuration = super.configuration();
        configuration.put("preflight.lab.bytes", "200000");
        return configuration;
    }

    @BeforeEach
    void letAllRunsEnd() {
        clock.forward(Duration.ofMinutes(10));
    }

    @Test
    void refusesARunUntilJournalsLeaveRoomForIt() {
        String first = started(OK);
        fill(first);
        fill(started(OK));
        fill(started(OK));

        Person.Answer refused = visitor().post("/api/lab/runs", OK);

        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.problem()).isEqualTo("too-many-runs");
        assertThat(Integer.parseInt(refused.header("Retry-After"))).isBetween(1, 600);

        visitor().delete("/api/lab/runs/" + first);

        fill(started(OK));
        assertThat(visitor().post("/api/lab/runs", OK).status()).isEqualTo(429);

        clock.forward(Duration.ofMinutes(10));

        fill(started(OK));
        fill(started(OK));
        fill(started(OK));
    }

    @Test
    void keepsTheNewestExchangesOfEachRunWhereJournalsAreFull() {
        String early = started(OK);
        String late = started(OK);
        fill(early);
        fill(started(OK));
        fill(started(OK));

        send("GET", "/runs/" + late);
        send("GET", "/runs/" + late);
        fill(early);

        assertThat(exchanges(late)).hasSize(2);
        assertThat(exchanges(early)).hasSizeBetween(10, 16);
        assertThat(newest(early)).containsEntry("number", 40);

        fill(late);

        assertThat(exchanges(late)).hasSizeBetween(1, 4);
        assertThat(newest(late)).containsEntry("number", 22);
    }

    @Test
    void isNoMoreThanAQuarterOfTheHeap() {
        Memory memory = new Memory(1000, 2000);

        assertThat(memory.take(501)).isFalse();
        assertThat(memory.take(500)).isTrue();
        assertThat(memory.take(1)).isFalse();

        memory.giveBack(1);

        assertThat(memory.take(1)).isTrue();
    }

    private void fill(String id) {
        for (int i = 0; i < 20; i++) {
            visitor().get("/runs/" + id, "Origin", "x".repeat(4000));
        }
    }
}

package dev.preflight.accounts.personal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.preflight.accounts.AccountId;
import dev.preflight.accounts.PersonalData;
import dev.preflight.testing.Json;
import dev.preflight.testing.TurnableClock;

import io.micronaut.serde.ObjectMapper;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

class ExportTest {

    private static final AccountId OWNER = new AccountId(UUID.randomUUID());

    private final TurnableClock clock = new TurnableClock();

    @Test
    void writesOneObjectWithANameForEachModule() throws IOException {
        assertThat(
                        exported(
                                new Data("one", Map.of("a", "\"ü\"")),
                                new Data("none", List.of()),
                                new Data("many", List.of(Map.of("b", 1), Map.of("b", 2)))))
                .isEqualTo(
                        Map.of(
                                "one",
                                Map.of("a", "\"ü\""),
                                "none",
                                List.of(),
                                "many",
                                List.of(Map.of("b", 1), Map.of("b", 2))));
        assertThat(exported()).isEmpty();
        assertThat(exported(new Data("last", List.of()))).isEqualTo(Map.of("last", List.of()));
    }

    @Test
    void fetchesNoMoreThanIsRead() throws IOException {
        AtomicInteger fetched = new AtomicInteger();
        Iterable<Map<String, Integer>> endless =
                () -> {
                    Iterator<Integer> numbers =
                            IntStream.iterate(0, number -> number + 1)
                                    .peek(number -> fetched.incrementAndGet())
                                    .iterator();
                    return new Iterator<>() {
                        @Override
                        public boolean hasNext() {
                            return true;
                        }

                        @Override
                        public Map<String, Integer> next() {
                            return Map.of("number", numbers.next());
                        }
                    };
                };

        try (InputStream stream = stream(new Data("endless", endless))) {
            assertThat(stream.readNBytes(1_000)).hasSize(1_000);
        }

        assertThat(fetched.get()).isBetween(50, 100);
    }

    @Test
    void letsEachOwnerReadOneAtATimeUntilItIsClosed() throws IOException {
        Export export = export(new ExportPlaces(clock));
        AccountId other = new AccountId(UUID.randomUUID());
        InputStream first = export.of(OWNER).orElseThrow();

        assertThat(export.of(OWNER)).isEmpty();
        close(export.of(other));
        first.close();
        first.close();

        close(export.of(OWNER));
        close(export.of(OWNER));
    }

    @Test
    void letsFewOwnersReadAtOnce() throws IOException {
        Export export = export(new ExportPlaces(clock));
        List<InputStream> open = new ArrayList<>();
        Optional<InputStream> next = export.of(new AccountId(UUID.randomUUID()));
        while (next.isPresent()) {
            open.add(next.get());
            next = export.of(new AccountId(UUID.randomUUID()));
        }

        assertThat(open).hasSize(8);
        open.getFirst().close();
        close(export.of(OWNER));
    }

    @Test
    void takesThePlaceOfWhoReadsTooSlowly() throws IOException {
        Export export =
                export(new ExportPlaces(clock), new Data("text", List.of("a".repeat(4_000_000))));
        InputStream slow = export.of(OWNER).orElseThrow();

        slow.readNBytes(1_600_000);
        clock.forward(Duration.ofSeconds(140));
        assertThat(export.of(OWNER)).isEmpty();
        clock.forward(Duration.ofSeconds(40));

        assertThatThrownBy(slow::read).isInstanceOf(IOException.class);
        InputStream next = export.of(OWNER).orElseThrow();
        slow.close();
        assertThat(export.of(OWNER)).as("the place is the next one's").isEmpty();
        next.close();
    }

    private static void close(Optional<InputStream> stream) throws IOException {
        stream.orElseThrow().close();
    }

    private static Map<String, Object> exported(Data... data) throws IOException {
        try (InputStream stream = stream(data)) {
            return Json.object(new String(stream.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    private static InputStream stream(Data... data) {
        return export(new ExportPlaces(new TurnableClock()), data).of(OWNER).orElseThrow();
    }

    private static Export export(ExportPlaces places, Data... data) {
        return new Export(List.of(data), ObjectMapper.getDefault(), places);
    }

    private record Data(String name, Object export) implements PersonalData {

        @Override
        public long count(AccountId owner) {
            return 0;
        }

        @Override
        public Object export(AccountId owner) {
            return export;
        }

        @Override
        public void delete(AccountId owner) {
            throw new UnsupportedOperationException();
        }
    }
}

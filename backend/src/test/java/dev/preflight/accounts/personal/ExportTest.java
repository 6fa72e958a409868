package dev.preflight.accounts.personal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.preflight.accounts.AccountId;
import dev.preflight.accounts.PersonalData;
import dev.preflight.testing.Json;

import io.micronaut.serde.ObjectMapper;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

class ExportTest {

    private static final AccountId OWNER = new AccountId(UUID.randomUUID());

    @Test
    void writesOneObjectWithANameForEachModule() throws IOException {
        assertThat(
                        export(
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
        assertThat(export()).isEmpty();
        assertThat(export(new Data("last", List.of()))).isEqualTo(Map.of("last", List.of()));
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

    private static Map<String, Object> export(Data... data) throws IOException {
        try (InputStream stream = stream(data)) {
            return Json.object(new String(stream.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    private static InputStream stream(Data... data) {
        return new Export(List.of(data), ObjectMapper.getDefault()).of(OWNER);
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

package dev.preflight.accounts.personal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.preflight.accounts.AccountId;
import dev.preflight.accounts.PersonalData;
import dev.preflight.testing.Json;

import io.micronaut.serde.ObjectMapper;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;

class ExportTest {

    private static final AccountId OWNER = new AccountId(UUID.randomUUID());

    @TempDir Path folder;

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
        assertThat(exported(new Data("last", List.of()))).isEqualTo(Map.of("last", List.of()));
    }

    @Test
    void keepsNothingThatAnybodyCouldFind() throws IOException {
        Export text = export(new Data("text", "a".repeat(100_000)));

        try (InputStream export = text.of(OWNER).orElseThrow()) {
            assertThat(folder).isEmptyDirectory();
            assertThat(export.readAllBytes()).hasSizeGreaterThan(100_000);
        }

        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void letsEachOwnerReadOneAtATimeUntilItIsClosed() throws IOException {
        Export export = export();
        InputStream first = export.of(OWNER).orElseThrow();

        assertThat(export.of(OWNER)).isEmpty();
        export.of(new AccountId(UUID.randomUUID())).orElseThrow().close();
        first.close();
        InputStream second = export.of(OWNER).orElseThrow();
        first.close();

        assertThat(export.of(OWNER)).as("the second one is open").isEmpty();
        second.close();
        export.of(OWNER).orElseThrow().close();
    }

    @Test
    void forgetsWhatItCannotFinish() {
        Iterable<String> gone =
                () -> {
                    throw new IllegalStateException("the database is gone");
                };
        Export export = export(new Data("gone", gone));

        for (int i = 0; i < 2; i++) {
            assertThatThrownBy(() -> export.of(OWNER)).hasMessage("the database is gone");
        }
        assertThat(folder).isEmptyDirectory();
    }

    private Map<String, Object> exported(Data... data) throws IOException {
        try (InputStream stream = export(data).of(OWNER).orElseThrow()) {
            return Json.object(new String(stream.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    private Export export(Data... data) {
        return new Export(List.of(data), ObjectMapper.getDefault(), folder, Clock.systemUTC());
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

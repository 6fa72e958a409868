package dev.preflight.sessions.account;

import static org.assertj.core.api.Assertions.assertThat;

import dev.preflight.accounts.AccountId;
import dev.preflight.accounts.PersonalData;
import dev.preflight.testing.Person;
import dev.preflight.testing.ServerTest;
import dev.preflight.testing.Wire;

import io.micronaut.context.annotation.Requires;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;

import jakarta.inject.Singleton;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Exports that end otherwise than with their last piece. */
@Tag("database")
@MicronautTest(transactional = false)
class ExportEndingsTest extends ServerTest {

    private static final String EXPORT = "/api/account/export";

    /** With which a chunked body is complete (RFC 9112 §7.1). */
    private static final String LAST_CHUNK = "\r\n0\r\n\r\n";

    @Override
    protected Map<String, String> configuration() {
        return Map.of("preflight.test.failing-export", "true");
    }

    @Test
    void breaksOffWhatItCannotFinish() {
        Person member = member();

        Wire.Answer first = export(member);

        assertThat(first.status()).isEqualTo(200);
        assertThat(first.all("transfer-encoding")).containsExactly("chunked");
        assertThat(first.body()).contains("aaaa").doesNotEndWith(LAST_CHUNK);
        assertThat(export(member).status()).as("another one").isEqualTo(200);
    }

    @Test
    void beginsNoExportForWhoAsksOnlyAboutIt() {
        Person member = member();

        Person.Answer answer = member.send("HEAD", EXPORT, null);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).isEqualTo("application/json");
        assertThat(answer.header("Content-Disposition"))
                .isEqualTo("attachment; filename=\"preflight-export.json\"");
        assertThat(export(member).status()).isEqualTo(200);
    }

    private Wire.Answer export(Person member) {
        Wire.Header cookie = new Wire.Header("Cookie", "preflight=" + member.cookie("preflight"));
        return new Wire(server.getPort())
                .send(new Wire.Request("GET", EXPORT, List.of(cookie), ""));
    }

    /** Data that is lost after more than a piece of it. */
    @Singleton
    @Requires(property = "preflight.test.failing-export")
    static class FailingData implements PersonalData {

        @Override
        public String name() {
            return "failing";
        }

        @Override
        public long count(AccountId owner) {
            return 0;
        }

        @Override
        public Object export(AccountId owner) {
            String text = "a".repeat(100_000);
            Iterable<String> texts =
                    () -> Stream.of(text, text, text, "").map(FailingData::read).iterator();
            return texts;
        }

        private static String read(String text) {
            if (text.isEmpty()) {
                throw new IllegalStateException("the database is gone");
            }
            return text;
        }

        @Override
        public void delete(AccountId owner) {
            // There is nothing.
        }
    }
}

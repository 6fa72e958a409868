package dev.preflight.accounts.mail;

import static org.assertj.core.api.Assertions.assertThat;

import dev.preflight.testing.Json;
import dev.preflight.testing.Mailbox;
import dev.preflight.testing.Person;
import dev.preflight.testing.ServerTest;

import io.micronaut.test.extensions.junit5.annotation.MicronautTest;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.util.Map;

@Tag("database")
@MicronautTest(transactional = false)
class OutboxTest extends ServerTest {

    private static final int KEPT = 5;

    @Inject Mails mails;

    @Override
    protected Map<String, String> configuration() {
        return Map.of("preflight.mail.outbox", Integer.toString(KEPT));
    }

    @Test
    void showsTheNewestMailsFirstAndForgetsOthers() {
        Mailbox mailbox = Mailbox.of("reader@example.com", visitor());
        for (int i = 1; i <= KEPT + 2; i++) {
            mails.send(new Mail("reader@example.com", "Mail " + i, "Text " + i));
            mailbox.await("Mail " + i);
        }

        Person.Answer outbox = visitor().get("/api/outbox");

        assertThat(Json.texts(outbox.body(), "items", "subject"))
                .containsExactly("Mail 7", "Mail 6", "Mail 5", "Mail 4", "Mail 3");
        assertThat(Json.texts(outbox.body(), "items", "text")).startsWith("Text 7");
        assertThat(Json.objects(outbox.body(), "items").getFirst())
                .containsOnlyKeys("id", "to", "subject", "text", "sentAt");
        assertThat(outbox.header("Cache-Control")).isEqualTo("no-store");
    }

    @Test
    void isClosedToWhoeverComesThroughAProxy() {
        for (String header : new String[] {"X-Forwarded-For", "X-Real-IP", "Forwarded", "Via"}) {
            assertThat(visitor().get("/api/outbox", header, "for=192.0.2.1").status())
                    .as(header)
                    .isEqualTo(404);
        }
    }
}

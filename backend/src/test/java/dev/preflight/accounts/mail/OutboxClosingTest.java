package dev.preflight.accounts.mail;

import static org.assertj.core.api.Assertions.assertThat;

import dev.preflight.testing.Mailbox;
import dev.preflight.testing.Person;
import dev.preflight.testing.PublicServer;
import dev.preflight.testing.TestDatabase;

import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.util.HashMap;
import java.util.Map;

/** What a server at home showed is not kept for later, when it may be public. */
@Tag("database")
class OutboxClosingTest {

    @Test
    void emptiesTheOutboxWhenTheServerIsPublicOrHasAMailServer() {
        Map<String, Object> database = Map.copyOf(TestDatabase.create());

        fill(database);
        assertThat(mailsAfterStart(database, Map.of())).isEqualTo(1);
        assertThat(
                        mailsAfterStart(
                                database,
                                Map.of(
                                        "preflight.mail.url", "smtp://localhost:1",
                                        "preflight.mail.from", "no-reply@example.com")))
                .isZero();

        fill(database);
        assertThat(mailsAfterStart(database, PublicServer.settings())).isZero();
    }

    private static void fill(Map<String, Object> database) {
        try (EmbeddedServer server = start(database, Map.of())) {
            Person member = Person.registeredAt(server.getURI());
            Mailbox.of(member.email(), member).await("Confirm your e-mail address");
        }
    }

    private static int mailsAfterStart(Map<String, Object> database, Map<String, ?> more) {
        try (EmbeddedServer server = start(database, more)) {
            return server.getApplicationContext()
                    .getBean(OutboxRepository.class)
                    .findNewest()
                    .size();
        }
    }

    private static EmbeddedServer start(Map<String, Object> database, Map<String, ?> more) {
        Map<String, Object> properties = new HashMap<>(database);
        properties.putAll(more);
        return ApplicationContext.run(EmbeddedServer.class, properties, "test");
    }
}

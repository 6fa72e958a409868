package dev.preflight.accounts.mail;

import static org.assertj.core.api.Assertions.assertThat;

import dev.preflight.testing.Person;
import dev.preflight.testing.PublicServer;
import dev.preflight.testing.ServerTest;

import io.micronaut.test.extensions.junit5.annotation.MicronautTest;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.util.HashMap;
import java.util.Map;

/** A public server never shows a mail, and without a mail server it works as well as it can. */
@Tag("database")
@MicronautTest(transactional = false)
class PublicOutboxTest extends ServerTest {

    @Override
    protected Map<String, String> configuration() {
        Map<String, String> configuration = new HashMap<>(PublicServer.settings());
        configuration.put(
                "micronaut.server.cors.configurations.client.allowed-origins",
                "https://app.example.com");
        return configuration;
    }

    @Test
    void hasNoOutbox() {
        Person.Answer asked =
                visitor()
                        .post(
                                "/api/account/password/reset-request",
                                "{\"email\": \"somebody@example.com\"}",
                                "Origin",
                                "https://app.example.com");

        assertThat(asked.status()).isEqualTo(202);
        assertThat(visitor().get("/api/outbox", "Origin", "https://app.example.com").status())
                .isEqualTo(404);
        assertThat(count("SELECT COUNT(*) FROM outbox_mail")).isZero();
    }
}

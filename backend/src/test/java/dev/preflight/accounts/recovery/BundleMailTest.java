package dev.preflight.accounts.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.preflight.testing.Json;
import dev.preflight.testing.Mailbox;
import dev.preflight.testing.Person;
import dev.preflight.testing.ServerTest;

import io.micronaut.test.extensions.junit5.annotation.MicronautTest;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.util.Map;

/** Where no other origin may call, the server's own has the client, and mails point there. */
@Tag("database")
@MicronautTest(transactional = false)
class BundleMailTest extends ServerTest {

    private static final String OWN_ORIGIN = "http://localhost:8080";

    @Override
    protected Map<String, String> configuration() {
        return Map.of(
                "micronaut.server.cors.configurations.client.allowed-origins",
                "",
                "preflight.public-url",
                OWN_ORIGIN + "/");
    }

    @Test
    void linksToTheServersOwnOrigin() {
        Person.Answer registered =
                visitor()
                        .post(
                                "/api/authentication/register",
                                Json.write(
                                        Map.of(
                                                "email",
                                                "ada@example.com",
                                                "name",
                                                "Ada",
                                                "password",
                                                Person.PASSWORD)),
                                "Origin",
                                OWN_ORIGIN);
        assertThat(registered.status()).as(registered.body()).isEqualTo(201);

        Mailbox.Letter letter = Mailbox.of("ada@example.com", visitor()).await("Confirm");

        assertThat(letter.page()).isEqualTo(OWN_ORIGIN + "/confirm-email");
    }
}

package dev.preflight.sessions.account;

import static org.assertj.core.api.Assertions.assertThat;

import dev.preflight.testing.Json;
import dev.preflight.testing.Mailbox;
import dev.preflight.testing.Person;
import dev.preflight.testing.ServerTest;

import io.micronaut.test.extensions.junit5.annotation.MicronautTest;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Whoever knew the old password and asks at the very moment of a reset undoes nothing of it: once
 * the owner was told that the new password is in force, it is.
 */
@Tag("database")
@MicronautTest(transactional = false)
class ProofRaceTest extends ServerTest {

    private static final int ROUNDS = 6;
    private static final String NEW_PASSWORD = "the owner's own new one";

    @Override
    protected Map<String, String> configuration() {
        return Map.of(
                "preflight.throttling.budgets.mail-network.burst", "1000",
                // Some milliseconds, so that one password is looked at while the other is made.
                "preflight.accounts.hashing-memory-kib", "2048");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    /api/account/password | {"currentPassword": "%s", "newPassword": "a thief's choice"}
                    /api/account/email    | {"password": "%s", "email": "thief-%s@example.com"}
                    /api/account/deletion | {"password": "%s"}
                    """)
    void undoesNothingOfAReset(String path, String body) throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            Person owner = member();
            Person thief = visitor();
            thief.post("/api/authentication/log-in", credentials(owner, Person.PASSWORD));
            visitor()
                    .post(
                            "/api/account/password/reset-request",
                            Json.write(Map.of("email", owner.email())));
            String token =
                    Mailbox.of(owner.email(), visitor()).await("Choose a new password").token();
            String change = body.formatted(Person.PASSWORD, UUID.randomUUID());

            Person.Answer reset;
            Person.Answer attack;
            try (ExecutorService both = Executors.newVirtualThreadPerTaskExecutor()) {
                Future<Person.Answer> attacking = both.submit(() -> thief.post(path, change));
                reset =
                        visitor()
                                .post(
                                        "/api/account/password/reset",
                                        Json.write(
                                                Map.of(
                                                        "token",
                                                        token,
                                                        "newPassword",
                                                        NEW_PASSWORD)));
                attack = attacking.get();
            }

            // The old password is refused once the new one is in force.
            assertThat(attack.status()).as(attack.body()).isIn(202, 204, 400, 401);
            // Whoever was first made the other's link or proof worthless.
            assertThat(reset.status()).as(reset.body()).isIn(204, 400);
            if (reset.status() == 204) {
                Person back = visitor();
                assertThat(
                                back.post(
                                                "/api/authentication/log-in",
                                                credentials(owner, NEW_PASSWORD))
                                        .status())
                        .as("after the attack was answered " + attack.status())
                        .isEqualTo(200);
                assertThat(back.get("/api/account").body()).doesNotContain("pendingEmail");
            }
        }
    }

    private static String credentials(Person person, String password) {
        return Json.write(Map.of("email", person.email(), "password", password));
    }
}

package dev.preflight.sessions;

import static org.assertj.core.api.Assertions.assertThat;

import dev.preflight.testing.Json;
import dev.preflight.testing.Person;
import dev.preflight.testing.ServerTest;

import io.micronaut.test.extensions.junit5.annotation.MicronautTest;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;

/** Who knows a password and keeps logging in gets no session that outlives its change. */
@Tag("database")
@MicronautTest(transactional = false)
class LogInRaceTest extends ServerTest {

    private static final int THIEVES = 4;

    @Override
    protected Map<String, String> configuration() {
        return Map.of(
                "preflight.throttling.budgets.log-in-account-and-network.burst", "100000",
                "preflight.throttling.budgets.log-in-network.burst", "100000",
                "preflight.throttling.budgets.log-in-account.burst", "100000");
    }

    @Test
    void opensNoSessionWithAPasswordThatIsChangedMeanwhile() throws Exception {
        Person owner = member();
        AtomicBoolean changed = new AtomicBoolean();
        List<Future<List<Person>>> thieves = new ArrayList<>();
        Person.Answer change;
        try (ExecutorService machine = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < THIEVES; i++) {
                thieves.add(machine.submit(() -> logInUntil(changed, owner.email())));
            }
            change =
                    owner.post(
                            "/api/account/password",
                            Json.write(
                                    Map.of(
                                            "currentPassword",
                                            Person.PASSWORD,
                                            "newPassword",
                                            "another horse battery")));
            changed.set(true);
        }

        assertThat(change.status()).as(change.body()).isEqualTo(204);
        for (Future<List<Person>> thief : thieves) {
            assertThat(thief.get())
                    .allSatisfy(
                            session ->
                                    assertThat(
                                                    session.send(
                                                                    "POST",
                                                                    "/api/authentication/refresh",
                                                                    null)
                                                            .status())
                                            .isEqualTo(401));
        }
        assertThat(Json.objects(owner.get("/api/sessions").body(), "items")).hasSize(1);
    }

    private List<Person> logInUntil(AtomicBoolean changed, String email) {
        List<Person> sessions = new ArrayList<>();
        boolean late;
        do {
            late = changed.get();
            Person thief = visitor();
            Person.Answer answer =
                    thief.post(
                            "/api/authentication/log-in",
                            Json.write(Map.of("email", email, "password", Person.PASSWORD)));
            if (answer.status() == 200) {
                sessions.add(thief);
            } else {
                assertThat(answer.status()).isEqualTo(401);
            }
        } while (!late);
        return sessions;
    }
}

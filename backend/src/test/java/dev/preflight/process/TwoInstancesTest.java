package dev.preflight.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.preflight.testing.Json;
import dev.preflight.testing.Person;
import dev.preflight.testing.TestDatabase;

import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** Two servers behind one address and on one database are one server for whoever uses them. */
@Tag("postgresql")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TwoInstancesTest {

    private static final Duration REVOKED_WITHIN = Duration.ofSeconds(2);

    private EmbeddedServer one;
    private EmbeddedServer two;

    @BeforeAll
    void start() {
        Map<String, Object> configuration = new HashMap<>(TestDatabase.create());
        configuration.put(
                "preflight.sessions.jwt-secret", "one secret that both of the two instances share");
        one = ApplicationContext.run(EmbeddedServer.class, configuration, "test");
        two = ApplicationContext.run(EmbeddedServer.class, configuration, "test");
    }

    @AfterAll
    void stop() {
        one.close();
        two.close();
    }

    @Test
    void knowASessionThatTheOtherOpened() {
        Person there = Person.registeredAt(one.getURI());
        Person here = sameBrowser(there, two);

        assertThat(here.get("/api/authentication").status()).isEqualTo(200);
        assertThat(here.send("POST", "/api/authentication/refresh", null).status()).isEqualTo(204);
        assertThat(
                        sameBrowser(here, one)
                                .send("POST", "/api/authentication/refresh", null)
                                .status())
                .isEqualTo(204);
    }

    @Test
    void refuseASessionThatTheOtherEndedWithinTwoSeconds() {
        Person there = Person.registeredAt(one.getURI());
        Person here = sameBrowser(there, two);
        assertThat(here.get("/api/authentication").status()).isEqualTo(200);

        assertThat(there.send("POST", "/api/authentication/log-out", null).status()).isEqualTo(204);

        Instant ended = Instant.now();
        while (here.get("/api/authentication").status() == 200) {
            assertThat(Duration.between(ended, Instant.now())).isLessThan(REVOKED_WITHIN);
        }
        assertThat(here.get("/api/authentication").status()).isEqualTo(401);
        assertThat(here.send("POST", "/api/authentication/refresh", null).status()).isEqualTo(401);
    }

    @Test
    void countTheAttemptsOfBoth() {
        Person member = Person.registeredAt(one.getURI());
        for (int i = 0; i < 5; i++) {
            assertThat(guess(i % 2 == 0 ? one : two, member).status()).isEqualTo(401);
        }

        assertThat(guess(one, member).status()).isEqualTo(429);
        assertThat(guess(two, member).status()).isEqualTo(429);
    }

    private static Person.Answer guess(EmbeddedServer server, Person member) {
        return Person.at(server.getURI())
                .post(
                        "/api/authentication/log-in",
                        Json.write(Map.of("email", member.email(), "password", "wrong")));
    }

    private static Person sameBrowser(Person person, EmbeddedServer server) {
        return Person.at(server.getURI())
                .withCookie("preflight", person.cookie("preflight"))
                .withCookie("preflight-refresh", person.cookie("preflight-refresh"));
    }
}

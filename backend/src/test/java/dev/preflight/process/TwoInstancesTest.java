package dev.preflight.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.preflight.testing.Json;
import dev.preflight.testing.Person;
import dev.preflight.testing.TestDatabase;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** Two servers behind one address and on one database are one server for whoever uses them. */
@Tag("postgresql")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TwoInstancesTest {

    private static final Duration REVOKED_WITHIN = Duration.ofSeconds(2);

    @TempDir static Path data;
    private ServerProcess one;
    private ServerProcess two;

    @BeforeAll
    void start() throws IOException, InterruptedException {
        Map<String, String> environment = new HashMap<>(TestDatabase.environment());
        environment.put("PREFLIGHT_PUBLIC_URL", "http://localhost:8080");
        environment.put("PREFLIGHT_CLIENT_ORIGINS", Person.CLIENT_ORIGIN);
        environment.put("PREFLIGHT_DATA_DIRECTORY", data.toString());
        environment.put("PREFLIGHT_JWT_SECRET", "one secret that both of the two instances share");
        one = ServerProcess.start(environment).ready();
        two = ServerProcess.start(environment).ready();
    }

    @AfterAll
    void stop() {
        one.close();
        two.close();
    }

    @Test
    void knowASessionThatTheOtherOpened() {
        Person there = Person.registeredAt(one.address());
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
        Person there = Person.registeredAt(one.address());
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
        Person member = Person.registeredAt(one.address());
        for (int i = 0; i < 5; i++) {
            assertThat(guess(i % 2 == 0 ? one : two, member).status()).isEqualTo(401);
        }

        assertThat(guess(one, member).status()).isEqualTo(429);
        assertThat(guess(two, member).status()).isEqualTo(429);
    }

    private static Person.Answer guess(ServerProcess server, Person member) {
        return Person.at(server.address())
                .post(
                        "/api/authentication/log-in",
                        Json.write(Map.of("email", member.email(), "password", "wrong")));
    }

    private static Person sameBrowser(Person person, ServerProcess server) {
        return Person.at(server.address())
                .withCookie("preflight", person.cookie("preflight"))
                .withCookie("preflight-refresh", person.cookie("preflight-refresh"));
    }
}

package dev.preflight.lab.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.preflight.testing.Person;
import dev.preflight.testing.ServerTest;

import io.micronaut.test.extensions.junit5.annotation.MicronautTest;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.util.Map;

/** With the Lab on, and not in development. */
@MicronautTest(transactional = false)
class DoctorOffTest extends ServerTest {

    @Override
    protected Map<String, String> configuration() {
        return Map.of("preflight.lab.enabled", "true");
    }

    @Test
    void callsNothingAndSaysHowToHaveItCall() throws IOException {
        try (TargetServer target = TargetServer.answering(_ -> TargetServer.answer(200))) {
            Person.Answer refused =
                    visitor()
                            .post(
                                    "/api/lab/doctor",
                                    """
                                    {"url": "%s", "method": "GET", "headers": [],
                                     "origin": "https://app.example.com",
                                     "credentialsMode": "omit", "repeatUnsafe": false}
                                    """
                                            .formatted(target.address()));

            assertThat(refused.status()).isEqualTo(404);
            assertThat(refused.problem()).isEqualTo("doctor-off");
            assertThat(refused.text("detail"))
                    .contains("mvn -Pdev", "java -jar backend/target/preflight.jar doctor");
            assertThat(target.seen()).isEmpty();
        }
    }
}

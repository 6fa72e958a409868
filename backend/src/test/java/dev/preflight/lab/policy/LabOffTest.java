package dev.preflight.lab.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.preflight.testing.ServerTest;

import io.micronaut.test.extensions.junit5.annotation.MicronautTest;

import org.junit.jupiter.api.Test;

@MicronautTest(transactional = false)
class LabOffTest extends ServerTest {

    @Test
    void nothingOfThePanelExistsWhileTheLabIsOff() {
        assertThat(visitor().get("/api/lab/policy").status()).isEqualTo(404);
        assertThat(visitor().post("/api/lab/policy/requests", "{}").status()).isEqualTo(404);
        assertThat(visitor().post("/api/lab/policy/checks", "{}").status()).isEqualTo(404);
    }
}

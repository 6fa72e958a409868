package dev.preflight.lab;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.test.extensions.junit5.annotation.MicronautTest;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import java.time.Duration;

@MicronautTest(transactional = false)
class LabSettingsTest extends LabTest {

    @Inject LabSettings settings;

    @Test
    void boundsEverything() {
        assertThat(settings)
                .isEqualTo(
                        new LabSettings(
                                Duration.ofMinutes(10),
                                100,
                                400,
                                1000,
                                100,
                                4,
                                16,
                                200,
                                Duration.ofSeconds(15),
                                0));
    }

    @Test
    void takesAtMostAQuarterOfTheHeap() {
        assertThat(settings.runsWithin(1L << 40)).isEqualTo(1000);
        assertThat(settings.runsWithin(1L << 28)).isEqualTo(181);
    }
}

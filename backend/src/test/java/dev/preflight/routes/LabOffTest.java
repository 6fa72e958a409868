package dev.preflight.routes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.preflight.testing.Json;
import dev.preflight.testing.Person;
import dev.preflight.testing.ServerTest;
import dev.preflight.testing.Wire;

import io.micronaut.context.ApplicationContext;
import io.micronaut.context.env.Environment;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;
import java.util.Map;

/** The Lab is off unless it is switched on. */
@MicronautTest(transactional = false)
class LabOffTest extends ServerTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/runs",
                "/runs/",
                "/runs/x",
                "/runs/aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
                "/runs/x/y",
                "/api/lab",
                "/api/lab/doctor",
                "/api/lab/runs",
                "/api/lab/runs/x",
                "/api/lab/runs/x/events"
            })
    void hasNothingAtAnyAddressForAnyMethod(String path) {
        for (String method :
                List.of(
                        "GET",
                        "HEAD",
                        "POST",
                        "PUT",
                        "PATCH",
                        "DELETE",
                        "OPTIONS",
                        "TRACE",
                        "PROPFIND",
                        "patch")) {
            Wire.Answer answer =
                    new Wire(server.getPort())
                            .send(
                                    new Wire.Request(
                                            method,
                                            path,
                                            List.of(
                                                    new Wire.Header("Origin", Person.CLIENT_ORIGIN),
                                                    new Wire.Header("Accept", "text/html,*/*")),
                                            ""));

            assertThat(answer.status()).as(method).isEqualTo(404);
            assertThat(answer.all("content-type"))
                    .as(method)
                    .containsExactly("application/problem+json");
            if (!method.equals("HEAD")) {
                assertThat(Json.object(answer.body()).get("type"))
                        .isEqualTo("urn:preflight:problem:not-found");
            }
        }
    }

    @Test
    void isSwitchedOnByItsVariableAndInDevelopment() {
        assertThat(isOn()).isFalse();
        assertThat(isOn("dev")).isTrue();
        assertThat(isOnWith("true")).isTrue();
        assertThat(isOnWith("false", "dev")).isFalse();
    }

    private static boolean isOn(String... environments) {
        return isOnWith("", environments);
    }

    private static boolean isOnWith(String variable, String... environments) {
        ApplicationContext context =
                ApplicationContext.builder(environments)
                        .deduceEnvironment(false)
                        .properties(
                                variable.isEmpty()
                                        ? Map.of()
                                        : Map.of("PREFLIGHT_LAB_ENABLED", variable))
                        .build();
        // The configuration alone: nothing is started.
        try (Environment environment = context.getEnvironment().start()) {
            return environment.getRequiredProperty("preflight.lab.enabled", boolean.class);
        }
    }
}

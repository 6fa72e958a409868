package dev.preflight.routes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

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

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.Map;

/** The Lab is off unless it is switched on. */
@MicronautTest(transactional = false)
class LabOffTest extends ServerTest {

    private static final int PORT = freePort();

    @Override
    protected Map<String, String> configuration() {
        return Map.of("preflight.lab.initiator-port", Integer.toString(PORT));
    }

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
                "/api/lab/policy",
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

    /** Its page has a port of its own, which somebody else may have while it is off. */
    @Test
    void opensNoPort() {
        assertThatExceptionOfType(ConnectException.class)
                .isThrownBy(() -> new Socket(InetAddress.ofLiteral("127.0.0.1"), PORT).close());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/lab", "/lab/", "/lab/build", "/lab/doctor?x"})
    void opensThePolicyOfNoPage(String path) {
        Wire.Answer page =
                new Wire(server.getPort())
                        .send(
                                new Wire.Request(
                                        "GET",
                                        path,
                                        List.of(new Wire.Header("Accept", "text/html")),
                                        ""));

        assertThat(page.status()).isEqualTo(404);
        assertThat(page.all("content-security-policy"))
                .singleElement()
                .asString()
                .startsWith("default-src 'self'; img-src");
        assertThat(page.all("cross-origin-opener-policy")).containsExactly("same-origin");
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

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}

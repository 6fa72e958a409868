package dev.preflight.lab.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.preflight.testing.Person;
import dev.preflight.testing.ServerTest;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpRequestWrapper;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;

import jakarta.inject.Inject;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;

/** Nobody but a listed client, on this machine, makes the server call something. */
@MicronautTest(transactional = false, environments = "dev")
class InitiatorsTest extends ServerTest {

    @Inject DoctorController controller;

    private TargetServer target =
            TargetServer.answering(_ -> TargetServer.answer(200, "Access-Control-Allow-Origin: *"));

    @AfterAll
    void stop() throws IOException {
        target.close();
    }

    @BeforeAll
    void isListening() {
        assertThat(send("Origin", Person.CLIENT_ORIGIN).status()).isEqualTo(200);
        assertThat(target.seen()).hasSize(1);
        target.seen().clear();
    }

    private String call() {
        return """
        {"url": "%s", "method": "GET", "origin": "https://app.example.com", "headers": [],
         "credentialsMode": "omit", "repeatUnsafe": true}
        """
                .formatted(target.address());
    }

    private Person.Answer send(String... headers) {
        return visitor().post("/api/lab/doctor", call(), headers);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example",
                "null",
                "http://localhost:5174",
                "http://127.0.0.1:5173",
                "http://a.localhost:5173",
                "https://localhost:5173",
                "http://localhost",
                "file://"
            })
    void refusesAPageOfAnotherOrigin(String origin) {
        Person.Answer refused = send("Origin", origin);

        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.problem()).isEqualTo("foreign-origin");
        assertThat(refused.headers("Access-Control-Allow-Origin")).isEmpty();
        assertThat(target.seen()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://evil.example", "null", "http://localhost:5174"})
    void refusesThePreflightOfAPageOfAnotherOrigin(String origin) {
        Person.Answer refused =
                visitor()
                        .send(
                                "OPTIONS",
                                "/api/lab/doctor",
                                null,
                                "Origin",
                                origin,
                                "Access-Control-Request-Method",
                                "POST",
                                "Access-Control-Request-Headers",
                                "content-type");

        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.headers("Access-Control-Allow-Origin")).isEmpty();
        assertThat(target.seen()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"cross-site", "same-site"})
    void refusesAPageThatHidesItsOrigin(String site) {
        assertThat(send("Origin", "", "Sec-Fetch-Site", site).status()).isEqualTo(403);
        assertThat(target.seen()).isEmpty();
    }

    /** What goes without a preflight: mode no-cors, forms, beacons. */
    @ParameterizedTest
    @CsvSource({
        "text/plain,http://localhost:5173",
        "text/plain,https://evil.example",
        "application/x-www-form-urlencoded,http://localhost:5173",
        "application/x-www-form-urlencoded,null",
        "multipart/form-data; boundary=x,http://localhost:5173",
        "text/plain; application/json,http://localhost:5173",
        "'',http://localhost:5173"
    })
    void takesNothingThatAFormCouldSend(String contentType, String origin) {
        assertThat(send("Content-Type", contentType, "Origin", origin).status()).isIn(403, 415);
        assertThat(target.seen()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "HEAD", "PUT", "PATCH", "DELETE"})
    void hasNoOtherMethod(String method) {
        Person.Answer refused =
                visitor().send(method, "/api/lab/doctor?url=" + target.address(), null);

        assertThat(refused.status()).isIn(404, 405);
        assertThat(target.seen()).isEmpty();
    }

    @Test
    void refusesPeersOnOtherMachines() throws InterruptedException {
        for (String peer : List.of("192.168.1.7", "2001:db8::1")) {
            DoctorRequest call =
                    new DoctorRequest(
                            target.address(),
                            "GET",
                            "https://app.example.com",
                            List.of(),
                            "omit",
                            null,
                            true);

            assertThat(controller.examine(call, new From(peer)).code()).isEqualTo(403);
            assertThat(target.seen()).isEmpty();
            assertThat(controller.examine(call, new From("127.0.0.1")).code()).isEqualTo(200);
            target.seen().clear();
        }
    }

    /** A request for localhost that comes from somewhere. */
    private static final class From extends HttpRequestWrapper<String> {

        private final String peer;

        From(String peer) {
            super(HttpRequest.POST("/api/lab/doctor", "").header("Host", "localhost"));
            this.peer = peer;
        }

        @Override
        public InetSocketAddress getRemoteAddress() {
            return new InetSocketAddress(InetAddress.ofLiteral(peer), 4711);
        }
    }
}

package dev.preflight.lab;

import static org.assertj.core.api.Assertions.assertThat;

import dev.preflight.testing.Person;
import dev.preflight.testing.Wire;

import io.micronaut.test.extensions.junit5.annotation.MicronautTest;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;

/** Only the answer of a run is exempt from the rules, however an address is written. */
@MicronautTest(transactional = false)
class ExemptionTest extends LabTest {

    private static final String EVIL = "https://evil.example";

    private final String[] forged = {"Origin", EVIL, "Cookie", "preflight=a"};

    @Test
    void coversARun() {
        Wire.Answer answer = send("POST", "/runs/" + started(OK), forged);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.names())
                .doesNotContain("vary", "x-request-id", "x-frame-options", "referrer-policy");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/runs",
                "/runs/",
                "/runs?{id}",
                "/runs/?{id}",
                "/runs//{id}",
                "//runs/{id}",
                "///runs/{id}",
                "/runs/{id}/",
                "/runs/{id}/x",
                "/runs/{id}//",
                "/runs/x/{id}",
                "/runs/{id};x=y",
                "/runs/{id}.json",
                "/runs/{id}%20",
                "/runs/{id}%00",
                "/runs/{id}%2f",
                "/runs/{id}%2F..%2F..%2Fapi%2Fposts",
                "/runs/%2e/{id}",
                "/runs/./{id}",
                "/./runs/{id}",
                "/x/../runs/{id}",
                "/runs/../api/posts",
                "/runs/{id}/../../api/posts",
                "/runs/..%2fapi%2fposts",
                "/runs/%2e%2e/api/posts",
                "/api/posts",
                "/api/../runs/{id}",
                "/api/lab/runs",
                "/api/lab/runs/{id}",
                "/%72uns/{id}",
                "/runs%2f{id}",
                "/runs%2F{id}",
                "/runs\\{id}",
                "/RUNS/{id}",
                "/Runs/{id}",
                "/lab/runs/{id}",
                "/health",
                "//x/runs/{id}",
                "/runs/{id}x",
                "/runs/nothing"
            })
    void coversNoOtherAddress(String pattern) {
        String id = started(OK);
        String target = pattern.replace("{id}", id);

        Wire.Answer forgery = send("POST", target, forged);
        Wire.Answer reading = send("GET", target, "Origin", EVIL);

        for (Wire.Answer answer : List.of(forgery, reading)) {
            assertThat(answer.body()).doesNotContain("\"lab\"");
            assertThat(answer.all("vary")).as(answer.toString()).contains("Origin");
            assertThat(answer.all("access-control-allow-origin")).isEmpty();
            assertThat(answer.all("x-content-type-options")).containsExactly("nosniff");
        }
        assertThat(forgery.status()).isBetween(400, 499);
        assertThat(exchanges(id)).isEmpty();
        // What does not even parse is answered before any filter.
        if (forgery.status() != 400) {
            assertThat(forgery.all("x-frame-options")).containsExactly("DENY");
            assertThat(forgery.all("x-request-id")).hasSize(1);
        }
    }

    @Test
    void isNotMadeByAMethodOverride() {
        Wire.Answer answer =
                send(
                        "POST",
                        "/api/posts",
                        "Origin",
                        EVIL,
                        "X-Original-URL",
                        "/runs/" + started(OK),
                        "X-Rewrite-URL",
                        "/runs/x");

        assertThat(answer.status()).isEqualTo(403);
    }

    @Test
    void leavesTheCheckOfTheHostInForce() {
        String id = started(OK);

        Wire.Answer answer = send("GET", "/runs/" + id, "Host", "evil.example");

        assertThat(answer.status()).isEqualTo(421);
        assertThat(answer.all("vary")).containsExactly("Origin");
        assertThat(exchanges(id)).isEmpty();
    }

    @Test
    void endsWithTheRun() {
        Wire.Answer gone = send("POST", "/runs/" + "a".repeat(43), forged);
        Wire.Answer read = send("GET", "/runs/" + "a".repeat(43), "Origin", Person.CLIENT_ORIGIN);

        assertThat(gone.status()).isEqualTo(404);
        assertThat(gone.all("access-control-allow-origin")).isEmpty();
        assertThat(gone.all("x-frame-options")).containsExactly("DENY");
        assertThat(read.all("access-control-allow-origin")).containsExactly(Person.CLIENT_ORIGIN);
        assertThat(read.all("content-type")).containsExactly("application/problem+json");
    }
}

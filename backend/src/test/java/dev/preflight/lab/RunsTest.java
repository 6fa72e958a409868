package dev.preflight.lab;

import static org.assertj.core.api.Assertions.assertThat;

import dev.preflight.testing.Json;
import dev.preflight.testing.Person;
import dev.preflight.testing.TurnableClock;
import dev.preflight.testing.Wire;

import io.micronaut.test.extensions.junit5.annotation.MicronautTest;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

@MicronautTest(transactional = false)
class RunsTest extends LabTest {

    /** What is sent besides what a run says. */
    private static final List<String> ALWAYS =
            List.of(
                    "cache-control",
                    "connection",
                    "content-length",
                    "content-security-policy",
                    "content-type",
                    "date",
                    "x-content-type-options");

    private static final String EVIL = "https://evil.example";

    @Inject TurnableClock clock;

    @Test
    void startsARunThatLivesForTenMinutes() {
        Person.Answer answer = visitor().post("/api/lab/runs", OK);

        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.text("id")).matches("[A-Za-z0-9_-]{43}");
        assertThat(answer.text("path")).isEqualTo("/runs/" + answer.text("id"));
        assertThat(answer.header("Location")).isEqualTo("/api/lab/runs/" + answer.text("id"));
        assertThat(Duration.between(clock.instant(), Instant.parse(answer.text("expiresAt"))))
                .isBetween(Duration.ofSeconds(570), Duration.ofSeconds(600));
        assertThat(send("GET", answer.text("path")).status()).isEqualTo(200);

        clock.forward(Duration.ofMinutes(10));

        assertThat(send("GET", answer.text("path")).status()).isEqualTo(404);
        assertThat(visitor().get("/api/lab/runs/" + answer.text("id")).status()).isEqualTo(404);
        assertThat(visitor().get("/api/lab/runs/" + answer.text("id") + "/events").problem())
                .isEqualTo("not-found");
    }

    @Test
    void endsARunForWhoKnowsItsId() {
        String id = started(OK);

        assertThat(visitor().delete("/api/lab/runs/" + id).status()).isEqualTo(204);

        assertThat(send("GET", "/runs/" + id).status()).isEqualTo(404);
        assertThat(visitor().get("/api/lab/runs/" + id).status()).isEqualTo(404);
        assertThat(visitor().delete("/api/lab/runs/" + id).status()).isEqualTo(204);
    }

    @Test
    void sendsWhatTheRunSaysAndNothingMore() {
        String id =
                started(
                        """
                        {"response": {"status": 418, "headers": [
                            {"name": "Access-Control-Allow-Origin", "value": "https://a.example"},
                            {"name": "access-control-allow-origin", "value": "https://b.example"},
                            {"name": "Vary", "value": "Accept"},
                            {"name": "X-Lab-Example", "value": ""}]}}
                        """);

        Wire.Answer answer = send("GET", "/runs/" + id + "?a=b", "Origin", Person.CLIENT_ORIGIN);

        assertThat(answer.status()).isEqualTo(418);
        assertThat(answer.all("access-control-allow-origin"))
                .containsExactly("https://a.example", "https://b.example");
        assertThat(answer.all("vary")).containsExactly("Accept");
        assertThat(answer.all("x-lab-example")).containsExactly("");
        assertThat(answer.all("x-content-type-options")).containsExactly("nosniff");
        assertThat(answer.all("cache-control")).containsExactly("no-store");
        assertThat(answer.all("content-security-policy"))
                .containsExactly("sandbox; default-src 'none'");
        assertThat(answer.all("content-type")).containsExactly("application/json");
        assertThat(answer.body()).isEqualTo("{\"lab\":\"" + id.substring(0, 8) + "\"}");
        assertThat(answer.names())
                .isSubsetOf(with("access-control-allow-origin", "vary", "x-lab-example"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET",
                "HEAD",
                "POST",
                "PUT",
                "PATCH",
                "DELETE",
                "OPTIONS",
                "TRACE",
                "PROPFIND",
                "patch",
                "get",
                "options"
            })
    void answersAndWritesDownEveryMethodFromEveryOrigin(String method) {
        String id = started(OK);
        for (String origin : List.of(Person.CLIENT_ORIGIN, EVIL, "null")) {
            Wire.Answer answer =
                    send(
                            method,
                            "/runs/" + id,
                            "Origin",
                            origin,
                            "Content-Type",
                            "text/plain",
                            "Sec-Fetch-Site",
                            "cross-site",
                            "Sec-Fetch-Mode",
                            "no-cors",
                            "Sec-Fetch-Dest",
                            "empty",
                            "X-Custom",
                            "secret value");

            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.names()).isSubsetOf(ALWAYS);
            assertThat(answer.body().isEmpty()).isEqualTo(method.equals("HEAD"));
            Map<String, Object> exchange = newest(id);
            assertThat(exchange)
                    .containsEntry("kind", "request")
                    .containsEntry("method", method)
                    .containsEntry("origin", origin)
                    .containsEntry("requestedMethod", null)
                    .containsEntry("requestedHeaders", List.of())
                    .containsEntry("contentType", "text/plain")
                    .containsEntry("cookieNames", List.of())
                    .containsEntry("status", 200)
                    .containsEntry(
                            "secFetch",
                            Map.of("site", "cross-site", "mode", "no-cors", "dest", "empty"));
            assertThat((List<?>) exchange.get("headerNames")).asString().contains("x-custom");
            assertThat(exchange.toString()).doesNotContain("secret value");
        }
        assertThat(exchanges(id)).extracting("number").containsExactly(1, 2, 3);
    }

    @Test
    void setsACookieInAnswerToOneMethodAlone() {
        String id =
                started(
                        """
                        {"response": {"status": 200, "headers": [],
                          "cookie": {"name": "lab-1", "value": "1", "sameSite": "Lax",
                            "secure": false, "partitioned": false, "method": "POST"}}}
                        """);

        assertThat(send("POST", "/runs/" + id).all("set-cookie")).hasSize(1);
        assertThat(send("GET", "/runs/" + id).all("set-cookie")).isEmpty();
        assertThat(sentHeaders(newest(id))).noneMatch(line -> line.startsWith("set-cookie"));
        assertThat(send("POST", "/runs/" + id).all("set-cookie")).hasSize(1);
    }

    @Test
    void writesDownExactlyWhatItSent() {
        String id =
                started(
                        """
                        {"response": {"status": 200, "headers": [
                            {"name": "Access-Control-Allow-Origin", "value": "{origin}"},
                            {"name": "Vary", "value": "{origin}"}],
                          "cookie": {"name": "lab-1", "value": "1", "sameSite": "None",
                            "secure": true, "partitioned": true}}}
                        """);

        Wire.Answer answer = send("POST", "/runs/" + id, "Origin", EVIL);

        assertThat(answer.all("set-cookie"))
                .containsExactly(
                        "lab-1=1; Path=/runs; Max-Age=60; SameSite=None; Secure; Partitioned");
        assertThat(answer.all("access-control-allow-origin")).containsExactly(EVIL);
        assertThat(answer.all("vary")).containsExactly("{origin}");
        List<String> sent =
                answer.headers().stream()
                        .map(header -> header.name() + ": " + header.value())
                        .filter(line -> !line.matches("(connection|content-length|date): .*"))
                        .sorted()
                        .toList();
        assertThat(sentHeaders(newest(id))).isEqualTo(sent);
        assertThat(send("GET", "/runs/" + id).all("access-control-allow-origin")).isEmpty();
    }

    @Test
    void answersPreflightsLikeAServerThatDoesNotKnowCorsUnlessItIsToldOtherwise() {
        String id = started(OK);

        Wire.Answer answer = preflight(id, "PUT", "x-a,x-b");

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.names()).isSubsetOf(ALWAYS);
        assertThat(newest(id))
                .containsEntry("kind", "preflight")
                .containsEntry("method", "OPTIONS")
                .containsEntry("requestedMethod", "PUT")
                .containsEntry("requestedHeaders", List.of("x-a", "x-b"))
                .containsEntry("status", 404);
    }

    @Test
    void answersPreflightsAsToldAndOtherRequestsWithTheResponse() {
        String id =
                started(
                        """
                        {"preflight": {"status": 204, "headers": [
                            {"name": "Access-Control-Allow-Origin", "value": "*"},
                            {"name": "Access-Control-Max-Age", "value": "60"}]},
                         "response": {"status": 500, "headers": []}}
                        """);

        Wire.Answer preflight = preflight(id, "patch", "x-a");
        Wire.Answer request = send("OPTIONS", "/runs/" + id, "Origin", EVIL);

        assertThat(preflight.status()).isEqualTo(204);
        assertThat(preflight.all("access-control-allow-origin")).containsExactly("*");
        assertThat(preflight.all("access-control-max-age")).containsExactly("60");
        assertThat(preflight.body()).isEmpty();
        assertThat(preflight.names()).doesNotContain("content-type", "vary");
        assertThat(request.status()).isEqualTo(500);
        assertThat(request.body()).startsWith("{\"lab\":");
        assertThat(exchanges(id)).extracting("kind").containsExactly("preflight", "request");
    }

    @ParameterizedTest
    @ValueSource(ints = {204, 205, 304})
    void sendsNoBodyWhereHttpHasNone(int status) {
        String id = started("{\"response\": {\"status\": %d, \"headers\": []}}".formatted(status));

        Wire.Answer answer = send("GET", "/runs/" + id);

        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.body()).isEmpty();
        assertThat(answer.names()).doesNotContain("content-type", "transfer-encoding");
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 201, 299, 300, 400, 401, 403, 404, 407, 429, 499, 500, 503, 599})
    void sendsAnyStatus(int status) {
        String id = started("{\"response\": {\"status\": %d, \"headers\": []}}".formatted(status));

        Wire.Answer answer = send("GET", "/runs/" + id);

        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.body()).isEqualTo("{\"lab\":\"" + id.substring(0, 8) + "\"}");
        assertThat(answer.names()).isSubsetOf(ALWAYS);
    }

    @Test
    void redirectsToAnotherRunAndNowhereElse() {
        String target = started(OK);
        String id = started(redirect(307, target));

        Wire.Answer answer = send("GET", "/runs/" + id);

        assertThat(answer.status()).isEqualTo(307);
        assertThat(answer.all("location")).containsExactly("/runs/" + target);
        assertThat(violations(redirect(302, "https://evil.example")))
                .containsExactly("response.redirect.run");
        assertThat(violations(redirect(200, target))).containsExactly("response.status");
        assertThat(violations(redirect(304, target))).containsExactly("response.status");
    }

    @Test
    void holdsAnAnswerBackAndWritesItDownAtOnce() throws InterruptedException {
        String id =
                started("{\"response\": {\"status\": 200, \"headers\": [], \"delayMillis\": 400}}");
        long before = System.nanoTime();
        Thread asking = Thread.ofVirtual().start(() -> send("GET", "/runs/" + id));
        while (exchanges(id).isEmpty()) {
            assertThat(Duration.ofNanos(System.nanoTime() - before))
                    .isLessThan(Duration.ofSeconds(9));
            Thread.onSpinWait();
        }

        asking.join();

        assertThat(Duration.ofNanos(System.nanoTime() - before))
                .isBetween(Duration.ofMillis(400), Duration.ofSeconds(10));
    }

    /** Some dozens of held answers on two event loops would take many times as long in turn. */
    @Test
    void holdsManyAnswersBackAtOnce() {
        String id =
                started("{\"response\": {\"status\": 200, \"headers\": [], \"delayMillis\": 500}}");
        long before = System.nanoTime();

        List<Thread> asking =
                Stream.generate(() -> Thread.ofVirtual().start(() -> send("GET", "/runs/" + id)))
                        .limit(60)
                        .toList();
        asking.forEach(RunsTest::join);

        assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(10));
        assertThat(exchanges(id)).hasSize(60);
    }

    @Test
    void dropsEveryCookieThatIsNotOfTheLab() {
        String id = started(OK);

        send(
                "GET",
                "/runs/" + id,
                "Cookie",
                "preflight=a; lab-2=1; preflight-refresh=b; __Host-preflight=c",
                "Cookie",
                "__Secure-preflight-refresh=d;lab-3=2; other=e; Lab-three=f; =lab-x; lab");
        Map<String, Object> some = newest(id);
        send("GET", "/runs/" + id, "Cookie", "preflight=a; __Host-lab-x=b");
        Map<String, Object> none = newest(id);

        assertThat(some).containsEntry("cookieNames", List.of("lab-2", "lab-3"));
        assertThat((List<?>) some.get("headerNames")).asString().contains("cookie");
        assertThat(none).containsEntry("cookieNames", List.of());
        assertThat((List<?>) none.get("headerNames")).asString().doesNotContain("cookie");
        assertThat(visitor().get("/api/lab/runs/" + id).body())
                .doesNotContain("preflight", "__Host", "__Secure", "other", "lab-x");
    }

    @Test
    void aLoggedInPersonsSessionIsInNoJournal() {
        Person member = member();
        String id = started(OK);

        assertThat(member.get("/runs/" + id).status()).isEqualTo(200);

        assertThat(member.get("/api/lab/runs/" + id).body())
                .contains("\"number\":1")
                .doesNotContain("preflight\"", member.cookie("preflight"));
    }

    @Test
    void noLabCookieOrHeaderReachesTheApi() {
        Person person = visitor();
        String id =
                started(
                        """
                        {"response": {"status": 200,
                          "headers": [{"name": "X-Lab-Example", "value": "x"}],
                          "cookie": {"name": "lab-1", "value": "1", "sameSite": "Lax",
                            "secure": false, "partitioned": false}}}
                        """);

        Person.Answer set = person.get("/runs/" + id);

        assertThat(set.header("Set-Cookie"))
                .isEqualTo("lab-1=1; Path=/runs; Max-Age=60; SameSite=Lax");
        // A browser sends it to runs alone; Person keeps to the path as browsers do.
        person.get("/runs/" + id);
        assertThat(newest(id)).containsEntry("cookieNames", List.of("lab-1"));
        for (String path : List.of("/api/lab/runs/" + id, "/api/posts", "/api/authentication")) {
            assertThat(person.get(path).headers("X-Lab-Example")).isEmpty();
            assertThat(person.get(path).headers("Set-Cookie")).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    response.status | {"response": {"status": 199, "headers": []}}
                    response.status | {"response": {"status": 600, "headers": []}}
                    response.status | {"response": {"status": 101, "headers": []}}
                    preflight.status | {"preflight": {"status": 1, "headers": []}, "response": {"status": 200, "headers": []}}
                    response | {}
                    response.delayMillis | {"response": {"status": 200, "headers": [], "delayMillis": 5001}}
                    response.delayMillis | {"response": {"status": 200, "headers": [], "delayMillis": -1}}
                    response.headers[0].name | {"response": {"status": 200, "headers": [{"name": "Set-Cookie", "value": "preflight=x"}]}}
                    response.headers[0].name | {"response": {"status": 200, "headers": [{"name": "Location", "value": "/"}]}}
                    response.headers[0].name | {"response": {"status": 200, "headers": [{"name": "Content-Type", "value": "text/html"}]}}
                    response.headers[0].name | {"response": {"status": 200, "headers": [{"name": "Content-Length", "value": "0"}]}}
                    response.headers[0].name | {"response": {"status": 200, "headers": [{"name": "Vary\\r\\nSet-Cookie", "value": "x"}]}}
                    response.headers[0].name | {"response": {"status": 200, "headers": [{"name": "Vary ", "value": "x"}]}}
                    response.headers[1].value | {"response": {"status": 200, "headers": [{"name": "Vary", "value": ""}, {"name": "Vary", "value": "a\\r\\nSet-Cookie: preflight=x"}]}}
                    response.headers[0].value | {"response": {"status": 200, "headers": [{"name": "Vary", "value": "a\\n"}]}}
                    response.headers[0].value | {"response": {"status": 200, "headers": [{"name": "Vary", "value": "a\\u0000"}]}}
                    response.headers[0].value | {"response": {"status": 200, "headers": [{"name": "Vary", "value": "\\u560a"}]}}
                    response.cookie.name | {"response": {"status": 200, "headers": [], "cookie": {"name": "preflight", "value": "x", "sameSite": "Lax", "secure": false, "partitioned": false}}}
                    response.cookie.name | {"response": {"status": 200, "headers": [], "cookie": {"name": "__Host-lab-1", "value": "x", "sameSite": "Lax", "secure": false, "partitioned": false}}}
                    response.cookie.name | {"response": {"status": 200, "headers": [], "cookie": {"name": "lab-1=1; Path=/", "value": "x", "sameSite": "Lax", "secure": false, "partitioned": false}}}
                    response.cookie.value | {"response": {"status": 200, "headers": [], "cookie": {"name": "lab-1", "value": "x; Path=/", "sameSite": "Lax", "secure": false, "partitioned": false}}}
                    response.cookie.value | {"response": {"status": 200, "headers": [], "cookie": {"name": "lab-1", "value": "x\\r\\n", "sameSite": "Lax", "secure": false, "partitioned": false}}}
                    response.cookie.sameSite | {"response": {"status": 200, "headers": [], "cookie": {"name": "lab-1", "value": "x", "sameSite": "Lax; Path=/", "secure": false, "partitioned": false}}}
                    response.cookie.method | {"response": {"status": 200, "headers": [], "cookie": {"name": "lab-1", "value": "x", "sameSite": "Lax", "secure": false, "partitioned": false, "method": "post"}}}
                    response.headers[0].value | {"response": {"status": 200, "headers": [{"name": "Vary", "value": 5}]}}
                    """)
    void refusesWhatARunCanNotSay(String field, String run) {
        assertThat(violations(run)).containsExactly(field);
    }

    @Test
    void saysWhatAValueOfAnotherShapeShouldHaveBeen() {
        Person.Answer answer =
                visitor().post("/api/lab/runs", "{\"response\": {\"status\": \"x\"}}");

        assertThat(answer.violatedFields()).containsExactly("response.status");
        assertThat(Json.texts(answer.body(), "violations", "message"))
                .containsExactly("This is not a number.");
    }

    @Test
    void refusesTooLongAndTooMany() {
        String header = "{\"name\": \"Vary\", \"value\": \"%s\"}";
        String many = String.join(",", Collections.nCopies(21, header.formatted("a")));
        String run = "{\"response\": {\"status\": 200, \"headers\": [%s]}}";

        assertThat(violations(run.formatted(header.formatted("a".repeat(1025)))))
                .containsExactly("response.headers[0].value");
        assertThat(violations(run.formatted(many))).containsExactly("response.headers");
        assertThat(
                        send(
                                        "GET",
                                        "/runs/"
                                                + started(
                                                        run.formatted(
                                                                header.formatted(
                                                                        "a".repeat(1024)))))
                                .all("vary")
                                .getFirst())
                .hasSize(1024);
    }

    @Test
    void echoesNothingThatIsNoOrigin() {
        String id =
                started(
                        """
                        {"response": {"status": 200, "headers": [
                            {"name": "Access-Control-Allow-Origin", "value": "{origin}"}]}}
                        """);

        assertThat(send("GET", "/runs/" + id, "Origin", "é").names())
                .doesNotContain("access-control-allow-origin");
        assertThat(send("GET", "/runs/" + id, "Origin", "a\tb").names())
                .doesNotContain("access-control-allow-origin");
        assertThat(send("GET", "/runs/" + id, "Origin", "null").all("access-control-allow-origin"))
                .containsExactly("null");
    }

    @Test
    void takesABodyAndReadsNothingOfIt() {
        String id = started(OK);

        Person.Answer answer = visitor().post("/runs/" + id, "x".repeat(900_000));
        Person.Answer next = visitor().get("/runs/" + id);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(next.status()).isEqualTo(200);
        assertThat(exchanges(id)).hasSize(2);
    }

    @Test
    void showsTheRunAsItWasDescribed() {
        String run =
                """
                {"preflight":{"status":204,"headers":[]},"response":{"status":200,"headers":\
                [{"name":"Vary","value":"Origin"}],"cookie":{"name":"lab-1","value":"","sameSite":\
                "Strict","secure":false,"partitioned":true},"delayMillis":1}}\
                """;
        String id = started(run);

        Map<String, Object> shown = Json.object(visitor().get("/api/lab/runs/" + id).body());

        assertThat(shown).containsOnlyKeys("id", "expiresAt", "run", "exchanges");
        assertThat(shown.get("run")).isEqualTo(Json.object(run));
        assertThat(shown.get("exchanges")).isEqualTo(List.of());
    }

    @Test
    void theApiOfTheLabFollowsTheRules() {
        assertThat(visitor().post("/api/lab/runs", OK, "Origin", EVIL).problem())
                .isEqualTo("foreign-origin");
        assertThat(visitor().post("/api/lab/runs", OK, "Content-Type", "text/plain").status())
                .isEqualTo(415);
        Person.Answer created = visitor().post("/api/lab/runs", OK);
        assertThat(created.header("Access-Control-Allow-Origin")).isEqualTo(Person.CLIENT_ORIGIN);
        assertThat(created.header("Vary")).isEqualTo("Origin");
        assertThat(visitor().get("/api/lab/runs/nothing").problem()).isEqualTo("not-found");
    }

    private Wire.Answer preflight(String id, String method, String headers) {
        return send(
                "OPTIONS",
                "/runs/" + id,
                "Origin",
                Person.CLIENT_ORIGIN,
                "Access-Control-Request-Method",
                method,
                "Access-Control-Request-Headers",
                headers);
    }

    private List<String> violations(String run) {
        Person.Answer answer = visitor().post("/api/lab/runs", run);
        assertThat(answer.status()).as(answer.body()).isEqualTo(400);
        return answer.violatedFields();
    }

    private static String redirect(int status, String target) {
        return """
        {"response": {"status": %d, "headers": [], "redirect": {"run": "%s"}}}
        """
                .formatted(status, target);
    }

    private static List<String> sentHeaders(Map<String, Object> exchange) {
        return Json.objects(Json.write(new HashMap<>(exchange)), "headers").stream()
                .map(
                        header ->
                                String.valueOf(header.get("name")).toLowerCase(Locale.ROOT)
                                        + ": "
                                        + header.get("value"))
                .sorted()
                .toList();
    }

    private static List<String> with(String... names) {
        return Stream.concat(ALWAYS.stream(), Arrays.stream(names)).toList();
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopping);
        }
    }
}

package dev.preflight.lab.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.preflight.lab.fetch.FetchCall;
import dev.preflight.testing.Json;
import dev.preflight.testing.Person;
import dev.preflight.testing.ServerTest;

import io.micronaut.test.extensions.junit5.annotation.MicronautTest;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

@MicronautTest(transactional = false, environments = "dev")
class DoctorTest extends ServerTest {

    private static final String PAGE = "https://app.example.com";

    @Override
    protected Map<String, String> configuration() {
        return Map.of("preflight.web.proxies.trusted", "127.0.0.1");
    }

    /** A call as the page describes it. */
    private static Map<String, Object> call(String url, String method, String... headers) {
        List<Map<String, String>> lines = new ArrayList<>();
        for (int i = 0; i < headers.length; i += 2) {
            lines.add(Map.of("name", headers[i], "value", headers[i + 1]));
        }
        Map<String, Object> call = new HashMap<>();
        call.put("url", url);
        call.put("method", method);
        call.put("origin", PAGE);
        call.put("headers", lines);
        call.put("credentialsMode", "include");
        call.put("repeatUnsafe", false);
        return call;
    }

    private Person.Answer examine(Map<String, Object> call, String... headers) {
        return visitor().post("/api/lab/doctor", Json.write(call), headers);
    }

    private Map<String, Object> examined(Map<String, Object> call) {
        Person.Answer answer = examine(call);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return Json.object(answer.body());
    }

    @SuppressWarnings("unchecked") // that is what JSON has
    private static Map<String, Object> part(Map<String, Object> answer, String name) {
        return (Map<String, Object>) Objects.requireNonNull(answer.get(name), name);
    }

    @Test
    void showsAllHeaderLinesOfAnAnswer() throws IOException {
        try (TargetServer target =
                TargetServer.answering(
                        _ ->
                                TargetServer.answer(
                                        200,
                                        "Access-Control-Allow-Origin: https://other.example",
                                        "X-Twice: one",
                                        "X-Twice: two",
                                        "Set-Cookie: a=b"))) {
            Map<String, Object> answer = examined(call(target.address() + "/posts?a=1#top", "GET"));

            assertThat(answer).containsEntry("preflight", null).containsEntry("failure", null);
            Map<String, Object> request = part(answer, "request");
            assertThat(request)
                    .containsEntry("method", "GET")
                    .containsEntry("url", target.address() + "/posts?a=1")
                    .containsEntry("status", 200)
                    .containsEntry("httpVersion", "HTTP/1.1");
            assertThat((List<?>) request.get("headers"))
                    .asString()
                    .contains(
                            "{name=access-control-allow-origin, value=https://other.example}",
                            "{name=x-twice, value=one}, {name=x-twice, value=two}",
                            "{name=set-cookie, value=a=b}");
            assertThat(target.seen())
                    .singleElement()
                    .satisfies(
                            seen -> {
                                assertThat(seen.target()).isEqualTo("/posts?a=1");
                                assertThat(seen.header("Origin")).isEqualTo(PAGE);
                            });
        }
    }

    @Test
    void triesAnotherOriginWhereAnswersAllowCredentials() throws IOException {
        try (TargetServer target =
                TargetServer.answering(
                        seen ->
                                TargetServer.answer(
                                        200,
                                        "Access-Control-Allow-Origin: " + seen.header("Origin"),
                                        "Access-Control-Allow-Credentials: true",
                                        "Vary: Origin"))) {
            assertThat(examined(call(target.address(), "GET", "X-Lab", "1")))
                    .containsEntry("allowsStrangers", true);
            assertThat(target.seen())
                    .extracting(seen -> seen.method() + " " + seen.header("Origin"))
                    .containsExactly(
                            "OPTIONS " + PAGE,
                            "GET " + PAGE,
                            "GET https://preflight-doctor.invalid");
            assertThat(target.seen())
                    .last()
                    .satisfies(seen -> assertThat(seen.header("X-Lab")).isEqualTo("1"));
        }
        try (TargetServer target =
                TargetServer.answering(
                        _ -> TargetServer.answer(200, "Access-Control-Allow-Origin: " + PAGE))) {
            assertThat(examined(call(target.address(), "GET")))
                    .containsEntry("allowsStrangers", false);
            assertThat(target.seen()).hasSize(1);
        }
    }

    @Test
    void tellsWhatItKnowsThoughAStrangerIsNotAnswered() throws Exception {
        try (TargetServer target =
                TargetServer.answering(
                        seen ->
                                seen.header("Origin").equals(PAGE)
                                        ? TargetServer.answer(
                                                200,
                                                "Access-Control-Allow-Origin: " + PAGE,
                                                "Access-Control-Allow-Credentials: true")
                                        : "")) {
            FetchCall call =
                    new FetchCall(
                            PAGE,
                            target.address(),
                            "GET",
                            List.of(),
                            FetchCall.CredentialsMode.INCLUDE,
                            null);
            Duration patience = Duration.ofMinutes(1);
            Instant start = Instant.now();

            Examination examination =
                    Examination.of(
                            call,
                            Examination.address(call.url()),
                            null,
                            false,
                            patience,
                            Duration.ofMillis(50));

            assertThat(examination.request()).isInstanceOf(PlainClient.Result.Answered.class);
            assertThat(examination.allowsStrangers()).isFalse();
            assertThat(Duration.between(start, Instant.now())).isLessThan(patience);
            assertThat(target.seen()).hasSize(2);
        }
    }

    @Test
    void asksFirstAsABrowserDoes() throws IOException {
        try (TargetServer target =
                TargetServer.answering(
                        seen -> TargetServer.answer(seen.method().equals("OPTIONS") ? 204 : 200))) {
            Map<String, Object> answer =
                    examined(
                            call(
                                    target.address() + "/a",
                                    "get",
                                    "X-B",
                                    "1",
                                    "Authorization",
                                    "Bearer secret",
                                    "x-a",
                                    "2"));

            assertThat(part(answer, "preflight")).containsEntry("method", "OPTIONS");
            assertThat(part(answer, "request")).containsEntry("method", "GET");
            TargetServer.Seen preflight = target.seen().getFirst();
            assertThat(preflight.header("Origin")).isEqualTo(PAGE);
            assertThat(preflight.header("Access-Control-Request-Method")).isEqualTo("GET");
            assertThat(preflight.header("Access-Control-Request-Headers"))
                    .isEqualTo("authorization,x-a,x-b");
            assertThat(preflight.header("Authorization")).isEmpty();
            assertThat(target.seen().getLast().header("Authorization")).isEqualTo("Bearer secret");
            assertThat(target.seen().getLast().header("X-B")).isEqualTo("1");
        }
    }

    @Test
    void sendsNoCookiesAndFollowsNoRedirect() throws IOException {
        try (TargetServer target =
                TargetServer.answering(
                        _ ->
                                TargetServer.answer(
                                        302,
                                        "Location: /elsewhere",
                                        "Set-Cookie: session=1; Path=/"))) {
            for (int i = 0; i < 2; i++) {
                assertThat(part(examined(call(target.address() + "/a", "GET")), "request"))
                        .containsEntry("status", 302);
            }

            assertThat(target.seen()).extracting(TargetServer.Seen::target).containsOnly("/a");
            assertThat(target.seen())
                    .allSatisfy(seen -> assertThat(seen.header("Cookie")).isEmpty());
        }
    }

    @Test
    void runsAMethodThatCouldChangeSomethingOnlyWhenThePersonSaidSo() throws IOException {
        try (TargetServer target = TargetServer.answering(DoctorTest::allowPut)) {
            Map<String, Object> call = call(target.address(), "PUT");

            assertThat(examined(call))
                    .containsEntry("request", null)
                    .containsEntry("failure", null);
            assertThat(target.seen()).extracting(TargetServer.Seen::method).containsOnly("OPTIONS");

            call.put("repeatUnsafe", true);
            call.put("body", "{}");

            assertThat(part(examined(call), "request")).containsEntry("method", "PUT");
            // Once: only the preflight is tried from another origin too.
            assertThat(target.seen()).filteredOn(seen -> seen.method().equals("PUT")).hasSize(1);
            TargetServer.Seen put =
                    target.seen().stream()
                            .filter(seen -> seen.method().equals("PUT"))
                            .findFirst()
                            .orElseThrow();
            assertThat(put.header("Content-Length")).isEqualTo("2");
            assertThat(put.header("Content-Type")).isEqualTo("text/plain;charset=UTF-8");
        }
    }

    private static String allowPut(TargetServer.Seen seen) {
        return TargetServer.answer(
                200,
                "Access-Control-Allow-Origin: " + PAGE,
                "Access-Control-Allow-Credentials: true",
                "Access-Control-Allow-Methods: PUT");
    }

    @Test
    void runsNothingThatABrowserWouldNotSend() throws IOException {
        try (TargetServer target = TargetServer.answering(_ -> TargetServer.answer(403))) {
            Map<String, Object> call = call(target.address(), "DELETE");
            call.put("repeatUnsafe", true);

            assertThat(examined(call)).containsEntry("request", null);
            assertThat(target.seen()).extracting(TargetServer.Seen::method).containsOnly("OPTIONS");
        }
    }

    @Test
    void saysThatNothingListens() throws IOException {
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            port = free.getLocalPort();
        }

        assertFailure("http://127.0.0.1:" + port + "/a", "unreachable", "Nothing listens at");
    }

    @Test
    void saysThatTheNameIsUnknown() {
        assertFailure("http://no-such-name.invalid/a", "dns", "No address is known for the name");
    }

    @Test
    void saysThatItIsNotHttp() throws IOException {
        try (TargetServer target = TargetServer.answering(_ -> "220 smtp.example.com ESMTP\r\n")) {
            assertFailure(target.address(), "not-http", "gave no answer in HTTP");
        }
    }

    /** The second is longer than the client itself would read. */
    @ParameterizedTest
    @ValueSource(ints = {33, 500})
    void looksAtNoMoreThanTheHeadersThatServersSend(int kilobytes) throws IOException {
        String value = "x" + " ".repeat(kilobytes * 1024) + "x";
        try (TargetServer target =
                TargetServer.answering(
                        _ -> TargetServer.answer(200, "Access-Control-Allow-Origin: " + value))) {
            assertFailure(target.address(), "too-large", "more than 32 KB of headers");
        }
    }

    @Test
    void saysThatItDoesNotSpeakTls() throws IOException {
        try (ServerSocket plain = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            Thread.ofVirtual().start(() -> refuseTls(plain));

            assertFailure(
                    "https://127.0.0.1:" + plain.getLocalPort(),
                    "tls",
                    "no secure connection came about");
        }
    }

    private static void refuseTls(ServerSocket plain) {
        try {
            while (true) {
                try (Socket connection = plain.accept()) {
                    // Unread bytes would make closing it a reset.
                    connection.getInputStream().read(new byte[4096]);
                    connection
                            .getOutputStream()
                            .write("HTTP/1.1 400 No\r\n\r\n".getBytes(US_ASCII));
                }
            }
        } catch (IOException closed) {
            // The test is over.
        }
    }

    private void assertFailure(String url, String kind, String sentence) {
        Map<String, Object> answer = examined(call(url, "GET"));

        assertThat(answer).containsEntry("preflight", null).containsEntry("request", null);
        assertThat(part(answer, "failure"))
                .containsEntry("kind", kind)
                .containsEntry("of", "request");
        assertThat(part(answer, "failure").get("detail")).asString().contains(sentence);
    }

    @Test
    void letsGoOfALongBody() throws IOException {
        String endless = "HTTP/1.1 200 OK\r\nX-Here: yes\r\n\r\n" + "x".repeat(10_000_000);
        try (TargetServer target = TargetServer.answering(_ -> endless)) {
            assertThat(part(examined(call(target.address(), "GET")), "request"))
                    .containsEntry("status", 200);
        }
    }

    @Test
    void isBusyWithTwoAtMostAndSaysWhenToComeAgain() throws Exception {
        CountDownLatch arrived = new CountDownLatch(2);
        CountDownLatch released = new CountDownLatch(1);
        try (TargetServer target =
                        TargetServer.answering(
                                _ -> {
                                    arrived.countDown();
                                    await(released);
                                    return TargetServer.answer(200);
                                });
                ExecutorService people = Executors.newVirtualThreadPerTaskExecutor()) {
            Map<String, Object> call = call(target.address(), "GET");
            List<Future<Person.Answer>> others =
                    List.of(people.submit(() -> examine(call)), people.submit(() -> examine(call)));
            arrived.await();

            Person.Answer refused = examine(call);
            released.countDown();

            assertThat(refused.status()).isEqualTo(429);
            assertThat(refused.problem()).isEqualTo("doctor-busy");
            assertThat(refused.header("Retry-After")).isEqualTo("10");
            for (Future<Person.Answer> other : others) {
                assertThat(other.get().status()).isEqualTo(200);
            }
        }
        try (TargetServer target = TargetServer.answering(_ -> TargetServer.answer(200))) {
            assertThat(examine(call(target.address(), "GET")).status()).isEqualTo(200);
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ftp://example.com/a",
                "file:///etc/passwd",
                "javascript:alert(1)",
                "http://user:secret@127.0.0.1/",
                "http://user@127.0.0.1/",
                "http:///a",
                "http://",
                "/relative",
                "http://a b/",
                "http://127.0.0.1:99999/",
                "http://exämple.de/",
                "http://127.0.0.1/\r\nX: y"
            })
    void callsNothingButHttpAddresses(String url) {
        Person.Answer refused = examine(call(url, "GET"));

        assertThat(refused.status()).as(refused.body()).isEqualTo(400);
        assertThat(refused.violatedFields()).containsExactly("url");
        assertThat(refused.body()).doesNotContain("secret");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Cookie",
                "cookie",
                "Host",
                "Content-Length",
                "Transfer-Encoding",
                "Connection",
                "Keep-Alive",
                "Upgrade",
                "Expect",
                "TE",
                "Proxy-Authorization",
                "Proxy-Anything",
                "Sec-Fetch-Site",
                "Origin",
                "Access-Control-Request-Method"
            })
    void sendsNoHeaderThatOnlyABrowserSets(String name) {
        Person.Answer refused = examine(call("http://127.0.0.1/", "GET", "X-A", "1", name, "1"));

        assertThat(refused.status()).as(refused.body()).isEqualTo(400);
        assertThat(refused.violatedFields()).containsExactly("headers[1].name");
    }

    @ParameterizedTest
    @CsvSource({
        "'X-A\r\nX-B',1,name",
        "'X-A:',1,name",
        "X-A,'1\r\nX-B: 2',value",
        "X-A,'1\nGET',value",
        "X-A,\u0100,value"
    })
    void sendsNoHeaderThatIsNone(String name, String value, String part) {
        Person.Answer refused = examine(call("http://127.0.0.1/", "GET", name, value));

        assertThat(refused.status()).as(refused.body()).isEqualTo(400);
        assertThat(refused.violatedFields()).containsExactly("headers[0]." + part);
    }

    @ParameterizedTest
    @CsvSource({
        "method,'GET /a HTTP/1.1\r\nX: y'",
        "method,TRACE",
        "method,CONNECT",
        "origin,'https://a.example\r\nX: y'",
        "origin,https://a.example/",
        "credentialsMode,always"
    })
    void takesNoOtherNonsense(String field, String value) {
        Map<String, Object> call = call("http://127.0.0.1/", "GET");
        call.put(field, value);

        Person.Answer refused = examine(call);

        assertThat(refused.status()).as(refused.body()).isEqualTo(400);
        assertThat(refused.violatedFields()).containsExactly(field);
    }

    @Test
    void sendsNoBodyWithAGet() {
        Map<String, Object> call = call("http://127.0.0.1/", "GET");
        call.put("body", "x");

        assertThat(examine(call).violatedFields()).containsExactly("body");
    }

    @Test
    void callsAddressesThatOnlyBrowsersTakeAsTheyDo() throws IOException {
        try (TargetServer target = TargetServer.answering(_ -> TargetServer.answer(200))) {
            examined(call(target.address() + "/a|b?c={d}&e=%20", "GET"));

            assertThat(target.seen().getFirst().target()).isEqualTo("/a%7Cb?c=%7Bd%7D&e=%20");
        }
    }

    @Test
    void answersNobodyWhoComesThroughAProxy() throws IOException {
        try (TargetServer target = TargetServer.answering(_ -> TargetServer.answer(200))) {
            Person.Answer refused =
                    examine(call(target.address(), "GET"), "X-Forwarded-For", "192.0.2.1");

            assertThat(refused.status()).isEqualTo(403);
            assertThat(refused.problem()).isEqualTo("not-from-here");
            assertThat(target.seen()).isEmpty();
        }
    }
}

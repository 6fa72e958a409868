package dev.preflight.lab;

import static org.assertj.core.api.Assertions.assertThat;

import dev.preflight.testing.Json;
import dev.preflight.testing.Person;
import dev.preflight.testing.Wire;

import io.micronaut.test.extensions.junit5.annotation.MicronautTest;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Nobody adds a header or an answer by what they write into a field of a run or of a request. */
@MicronautTest(transactional = false)
class SplittingTest extends LabTest {

    private static final String HEADER = "Set-Cookie: preflight=stolen";

    private static final String ANSWER =
            "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 3\r\n\r\n<b>";

    /**
     * Ends of lines: real ones, encoded ones, and characters that become one where a text is
     * narrowed to a byte for each character, by its low byte.
     */
    static final List<String> ENDS =
            List.of(
                    "\r\n",
                    "\n",
                    "\r",
                    "\r\n\r\n",
                    "\n\n",
                    "\u0000\r\n",
                    "\u000b",
                    "\f",
                    "\u0085",
                    "\u2028",
                    "\u2029",
                    "\u010d\u010a",
                    "\u010a",
                    "\u560d\u560a",
                    "\uff0d\uff0a",
                    "\u200d\u200a",
                    "\u0a0d",
                    "%0d%0a",
                    "%0D%0A",
                    "%0a",
                    "%E5%98%8D%E5%98%8A",
                    "\\r\\n",
                    "&#13;&#10;",
                    "\r\n ",
                    "\r\n\t");

    /** Where a text of a run goes. */
    private static final Map<String, Function<String, Map<String, Object>>> FIELDS =
            Map.of(
                    "header name", text -> reply(text, "x", cookie("lab-1", "1", "Lax")),
                    "header value", text -> reply("Vary", text, cookie("lab-1", "1", "Lax")),
                    "allowed origin",
                            text ->
                                    reply(
                                            "Access-Control-Allow-Origin",
                                            "{origin}" + text,
                                            cookie("lab-1", "1", "Lax")),
                    "cookie name", text -> reply("Vary", "x", cookie("lab-1" + text, "1", "Lax")),
                    "cookie value", text -> reply("Vary", "x", cookie("lab-1", "1" + text, "Lax")),
                    "SameSite", text -> reply("Vary", "x", cookie("lab-1", "1", "Lax" + text)));

    @ParameterizedTest
    @FieldSource("ENDS")
    void noFieldOfARunHoldsTheEndOfALine(String end) {
        FIELDS.forEach(
                (field, reply) -> {
                    for (String text : List.of(end + HEADER, end + end + ANSWER, "x" + end)) {
                        for (String side : List.of("response", "preflight")) {
                            Map<String, Object> run = new HashMap<>();
                            run.put("preflight", reply("Vary", "x", cookie("lab-1", "1", "Lax")));
                            run.put("response", reply("Vary", "x", cookie("lab-1", "1", "Lax")));
                            run.put(side, reply.apply(text));

                            Person.Answer answer = visitor().post("/api/lab/runs", Json.write(run));

                            if (answer.status() == 400) {
                                continue;
                            }
                            // Printable ASCII is what it is: nobody decodes it.
                            assertThat(answer.status()).isEqualTo(201);
                            assertThat(text).as(field).matches("[ -~]*");
                            assertNothingAdded(answer.text("id"), field);
                        }
                    }
                });
    }

    private void assertNothingAdded(String id, String field) {
        for (String method : List.of("GET", "OPTIONS")) {
            Wire.Answer answer =
                    send(
                            method,
                            "/runs/" + id,
                            "Origin",
                            Person.CLIENT_ORIGIN,
                            "Access-Control-Request-Method",
                            "PUT");

            assertThat(answer.all("set-cookie"))
                    .as(field)
                    .singleElement()
                    .asString()
                    .startsWith("lab-1=1")
                    .endsWith("; Path=/runs; Max-Age=60; SameSite=Lax");
            assertOneAnswer(answer);
        }
    }

    @ParameterizedTest
    @FieldSource("ENDS")
    void nothingOfARequestComesBackAsTheEndOfALine(String end) {
        String id =
                started(
                        """
                        {"response": {"status": 200, "headers": [
                            {"name": "Access-Control-Allow-Origin", "value": "{origin}"}]}}
                        """);
        for (String text : List.of(end + HEADER, end + end + ANSWER)) {
            for (List<String> headers :
                    List.of(
                            List.of("Origin", "http://a.example" + text),
                            List.of("Origin", text),
                            List.of("Cookie", "lab-1=1" + text),
                            List.of("Access-Control-Request-Headers", "x" + text))) {
                Wire.Answer answer = send("GET", "/runs/" + id, headers.toArray(String[]::new));
                assertNothingInjected(answer);
                // With a real end of a line, this is a request with another one behind it.
                if (!text.contains("\n")) {
                    assertOneAnswer(answer);
                }
            }
            String encoded = text.replace(" ", "%20").replace("\r", "%0d").replace("\n", "%0a");
            for (String target : List.of("/runs/" + id + encoded, "/runs/" + id + "?" + encoded)) {
                assertOneAnswer(send("GET", target));
            }
        }
        assertThat(exchanges(id))
                .allSatisfy(
                        exchange ->
                                assertThat(String.valueOf(exchange.get("headers")))
                                        .doesNotContain("\r", "\n", "stolen"));
    }

    /** What a client would take for headers and answers, of all that came over the wire. */
    private static void assertOneAnswer(Wire.Answer answer) {
        assertNothingInjected(answer);
        assertThat(answer.body()).doesNotContain("HTTP/1.");
        int length = Integer.parseInt(answer.all("content-length").getFirst());
        assertThat(answer.body().getBytes(StandardCharsets.UTF_8)).hasSize(length);
    }

    private static void assertNothingInjected(Wire.Answer answer) {
        assertThat(answer.headers())
                .noneMatch(
                        header ->
                                header.name().equals("set-cookie")
                                        && header.value().startsWith("preflight"));
        assertThat(answer.body()).doesNotContain("<b>", "stolen");
        assertThat(answer.all("content-type"))
                .singleElement()
                .asString()
                .matches("application/(problem\\+)?json");
    }

    private static Map<String, Object> reply(
            String name, String value, Map<String, Object> cookie) {
        return Map.of(
                "status",
                200,
                "headers",
                List.of(Map.of("name", name, "value", value)),
                "cookie",
                cookie);
    }

    private static Map<String, Object> cookie(String name, String value, String sameSite) {
        return Map.of(
                "name",
                name,
                "value",
                value,
                "sameSite",
                sameSite,
                "secure",
                false,
                "partitioned",
                false);
    }
}

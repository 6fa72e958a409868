package dev.preflight.lab.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.preflight.crossorigin.cases.Cases;
import dev.preflight.testing.Json;
import dev.preflight.testing.Person;
import dev.preflight.testing.ServerTest;
import dev.preflight.testing.Wire;

import io.micronaut.test.extensions.junit5.annotation.MicronautTest;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;

/** What is simulated is what a request on the wire gets. */
@MicronautTest(transactional = false)
class SimulationTest extends ServerTest {

    private static final String CLIENT = Person.CLIENT_ORIGIN;

    private static final List<List<String>> ORIGINS =
            List.of(
                    List.of(),
                    List.of(CLIENT),
                    List.of("http://localhost:8080"),
                    List.of("https://evil.example"),
                    List.of("null"),
                    List.of(""),
                    List.of(" " + CLIENT + "\t"),
                    List.of(CLIENT + "/"),
                    List.of(CLIENT, CLIENT),
                    List.of("https://evil.example", CLIENT));

    private static final List<List<String>> FETCH_SITES =
            List.of(
                    List.of(),
                    List.of("same-origin"),
                    List.of("none"),
                    List.of("cross-site"),
                    List.of("same-origin", "none"));

    private static final List<List<String>> CONTENT_TYPES =
            List.of(
                    List.of(),
                    List.of("application/json"),
                    List.of("application/json; charset=utf-8"),
                    List.of("text/plain"),
                    List.of("application/json", "application/json"));

    @Override
    protected Map<String, String> configuration() {
        return Map.of("preflight.lab.enabled", "true", "preflight.test.answers", "true");
    }

    /** A request, for the simulation and for the wire. */
    private record Tried(
            String method,
            List<String> origins,
            List<String> fetchSite,
            List<String> contentType,
            boolean hasBody,
            boolean carriesSession,
            List<String> requestedMethod,
            List<String> requestedHeaders) {

        static Tried preflight(List<String> origins, String method, List<String> headers) {
            return new Tried(
                    "OPTIONS",
                    origins,
                    List.of("cross-site"),
                    List.of(),
                    false,
                    false,
                    List.of(method),
                    headers);
        }

        Map<String, Object> simulated() {
            Map<String, Object> json =
                    new TreeMap<>(
                            Map.of(
                                    "method", method,
                                    "origins", origins,
                                    "fetchSite", fetchSite,
                                    "contentType", contentType,
                                    "hasBody", hasBody,
                                    "carriesSession", carriesSession));
            requestedMethod.forEach(value -> json.put("requestedMethod", value));
            requestedHeaders.forEach(value -> json.put("requestedHeaders", value));
            return json;
        }

        Wire.Request real() {
            List<Wire.Header> lines = new ArrayList<>();
            add(lines, "Origin", origins);
            add(lines, "Sec-Fetch-Site", fetchSite);
            add(lines, "Content-Type", contentType);
            add(lines, "Access-Control-Request-Method", requestedMethod);
            add(lines, "Access-Control-Request-Headers", requestedHeaders);
            if (carriesSession) {
                lines.add(new Wire.Header("Cookie", "preflight=old"));
            }
            return new Wire.Request(method, "/api/answers/200", lines, hasBody ? "{}" : "");
        }

        private static void add(List<Wire.Header> lines, String name, List<String> values) {
            values.forEach(value -> lines.add(new Wire.Header(name, value)));
        }
    }

    @Test
    void isWhatRequestsGet() {
        List<Tried> all = new ArrayList<>();
        for (String method :
                List.of("GET", "HEAD", "POST", "PUT", "DELETE", "OPTIONS", "post", "PROPFIND")) {
            for (List<String> origins : ORIGINS) {
                for (List<String> sites : FETCH_SITES) {
                    for (List<String> types : CONTENT_TYPES) {
                        boolean hasBody =
                                List.of("POST", "PUT", "DELETE", "post").contains(method)
                                        && !types.isEmpty();
                        all.add(tried(method, origins, sites, types, hasBody, false));
                        all.add(tried(method, origins, sites, types, hasBody, true));
                    }
                }
            }
        }

        // Enough of each with each, and soon done.
        List<Tried> some =
                IntStream.iterate(0, i -> i < all.size(), i -> i + 7).mapToObj(all::get).toList();
        assertThat(some).hasSizeGreaterThan(500);
        assertAgreement(some);
    }

    @Test
    void isWhatPreflightsGet() {
        List<Tried> all = new ArrayList<>();
        for (List<String> origins : ORIGINS) {
            for (String method : List.of("GET", "PATCH", "patch", "PURGE", "")) {
                for (List<String> headers :
                        List.of(
                                List.<String>of(),
                                List.of("content-type,if-match"),
                                List.of(" Content-Type , , x-request-id"),
                                List.of("content-type,x-evil"),
                                List.of("content-type,".repeat(100)))) {
                    all.add(Tried.preflight(origins, method, headers));
                }
            }
        }
        assertAgreement(all);
    }

    @Test
    void isWhatHostileOriginsGet() {
        List<String> origins =
                Cases.file("hostile-origins").nodes("origins").stream()
                        .map(item -> item.text("origin"))
                        .toList();
        assertThat(origins).hasSize(417);

        List<Tried> all = new ArrayList<>();
        for (String origin : origins) {
            all.add(tried("GET", List.of(origin), List.of(), List.of(), false, false));
            all.add(tried("POST", List.of(origin), List.of(), List.of(), false, true));
            all.add(Tried.preflight(List.of(origin), "PUT", List.of()));
        }
        // Nine hold a NUL or a line break, and two are longer than a head may be.
        assertThat(assertAgreement(all)).isEqualTo(3 * (9 + 2));
    }

    private static Tried tried(
            String method,
            List<String> origins,
            List<String> sites,
            List<String> types,
            boolean hasBody,
            boolean carriesSession) {
        return new Tried(
                method, origins, sites, types, hasBody, carriesSession, List.of(), List.of());
    }

    /** Answers how many of the requests cannot be sent. */
    private int assertAgreement(List<Tried> all) {
        int undeliverable = 0;
        for (int start = 0; start < all.size(); start += 500) {
            List<Tried> batch = all.subList(start, Math.min(start + 500, all.size()));
            List<Map<String, Object>> answers = simulate(batch);
            for (int i = 0; i < batch.size(); i++) {
                if (List.of().equals(answers.get(i).get("undeliverable"))) {
                    assertAgreement(batch.get(i), answers.get(i));
                } else {
                    undeliverable++;
                }
            }
        }
        return undeliverable;
    }

    private void assertAgreement(Tried tried, Map<String, Object> simulated) {
        Wire.Answer real = new Wire(server.getPort()).send(tried.real());

        assertThat(decisive(real)).as("%s", tried).isEqualTo(headers(simulated));
        if (simulated.get("status") == null) {
            assertThat(real.status()).as("%s", tried).isNotIn(400, 403, 413, 415);
        } else {
            assertThat(simulated).as("%s", tried).containsEntry("status", real.status());
        }
    }

    private List<Map<String, Object>> simulate(List<Tried> batch) {
        Person.Answer answer =
                visitor()
                        .post(
                                "/api/lab/policy/requests",
                                Json.write(
                                        Map.of(
                                                "requests",
                                                batch.stream().map(Tried::simulated).toList())));
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return Json.objects(answer.body(), "answers");
    }

    /** The headers that browsers and caches decide by. */
    private static Map<String, String> decisive(Wire.Answer answer) {
        Map<String, String> headers = new TreeMap<>();
        for (String name : new TreeSet<>(answer.names())) {
            if (name.startsWith("access-control-") || name.equals("vary")) {
                headers.put(name, String.join(" | ", answer.all(name)));
            }
        }
        return headers;
    }

    private static Map<String, String> headers(Map<String, Object> simulated) {
        Map<String, String> headers = new TreeMap<>();
        for (Map<String, Object> header : Json.objects(Json.write(simulated), "headers")) {
            headers.put(
                    String.valueOf(header.get("name")).toLowerCase(Locale.ROOT),
                    String.valueOf(header.get("value")));
        }
        return headers;
    }
}

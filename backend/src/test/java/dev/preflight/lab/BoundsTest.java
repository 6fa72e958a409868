package dev.preflight.lab;

import static org.assertj.core.api.Assertions.assertThat;

import dev.preflight.testing.Person;
import dev.preflight.testing.TurnableClock;

import io.micronaut.test.extensions.junit5.annotation.MicronautTest;

import jakarta.inject.Inject;

import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What the Lab has room for, of bounds that are smaller than its own. */
@MicronautTest(transactional = false)
class BoundsTest extends LabTest {

    private static final int PER_CALLER = 5;
    private static final int PER_NETWORK = 10;
    private static final int IN_ALL = 20;
    private static final int EXCHANGES = 20;

    @Inject TurnableClock clock;

    @Override
    protected Map<String, String> configuration() {
        Map<String, String> configuration = super.configuration();
        // So that a test can come from many addresses.
        configuration.put("preflight.web.proxies.trusted", "127.0.0.1");
        configuration.put("preflight.lab.runs-per-caller", Integer.toString(PER_CALLER));
        configuration.put("preflight.lab.runs-per-network", Integer.toString(PER_NETWORK));
        configuration.put("preflight.lab.runs", Integer.toString(IN_ALL));
        configuration.put("preflight.lab.exchanges-per-run", Integer.toString(EXCHANGES));
        return configuration;
    }

    @BeforeEach
    void letAllRunsEnd() {
        clock.forward(Duration.ofMinutes(10));
    }

    @Test
    void hasRoomForSomeRunsOfAnAddress() {
        for (int i = 0; i < PER_CALLER; i++) {
            assertThat(start(visitor(), "192.0.2.1").status()).isEqualTo(201);
        }

        Person.Answer refused = start(visitor(), "192.0.2.1");

        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.problem()).isEqualTo("too-many-runs");
        assertThat(Integer.parseInt(refused.header("Retry-After"))).isBetween(1, 600);
        assertThat(start(visitor(), "192.0.2.2").status()).isEqualTo(201);
        assertThat(start(member(), "192.0.2.1").status()).isEqualTo(201);

        clock.forward(Duration.ofSeconds(Long.parseLong(refused.header("Retry-After"))));

        assertThat(start(visitor(), "192.0.2.1").status()).isEqualTo(201);
    }

    @Test
    void hasRoomForSomeRunsOfAnAccountWhereverItIs() {
        Person member = member();
        for (int i = 0; i < PER_CALLER; i++) {
            assertThat(start(member, "192.0.2." + i).status()).isEqualTo(201);
        }

        assertThat(start(member, "192.0.2.200").status()).isEqualTo(429);
        assertThat(start(visitor(), "192.0.2.200").status()).isEqualTo(201);
    }

    @Test
    void hasRoomForSomeRunsOfANetworkHoweverManyAccountsItHas() {
        List<Person> members = Stream.generate(this::member).limit(2).toList();
        for (int i = 0; i < PER_NETWORK; i++) {
            assertThat(start(members.get(i / PER_CALLER), "192.0.2.1").status()).isEqualTo(201);
        }

        Person.Answer refused = start(visitor(), "192.0.2.1");

        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.problem()).isEqualTo("too-many-runs");
        assertThat(Integer.parseInt(refused.header("Retry-After"))).isBetween(1, 600);
        assertThat(start(member(), "192.0.2.1").status()).isEqualTo(429);
        assertThat(start(visitor(), "192.0.2.2").status()).isEqualTo(201);

        clock.forward(Duration.ofSeconds(Long.parseLong(refused.header("Retry-After"))));

        assertThat(start(visitor(), "192.0.2.1").status()).isEqualTo(201);
    }

    @Test
    void hasRoomForSomeRunsInAll() {
        for (int i = 0; i < IN_ALL; i++) {
            assertThat(start(visitor(), "192.0.2." + i).status()).isEqualTo(201);
        }

        Person.Answer refused = start(visitor(), "198.51.100.1");

        assertThat(refused.status()).isEqualTo(429);
        assertThat(Integer.parseInt(refused.header("Retry-After"))).isBetween(1, 600);

        clock.forward(Duration.ofMinutes(10));

        assertThat(start(visitor(), "198.51.100.1").status()).isEqualTo(201);
    }

    @Test
    void keepsTheNewestExchanges() {
        String id = started(OK);
        for (int i = 0; i < EXCHANGES + 5; i++) {
            assertThat(send("GET", "/runs/" + id).status()).isEqualTo(200);
        }

        assertThat(exchanges(id)).hasSize(EXCHANGES);
        assertThat(exchanges(id).getFirst()).containsEntry("number", 6);
        assertThat(exchanges(id).getLast()).containsEntry("number", EXCHANGES + 5);
    }

    @Test
    void cutsALongTextAndSaysSo() {
        String id = started(OK);

        send("GET", "/runs/" + id, "Origin", "x".repeat(4000), "Content-Type", "text/plain");

        assertThat(newest(id))
                .containsEntry("method", "GET")
                .containsEntry("origin", "x".repeat(1024) + "...")
                .containsEntry("contentType", "text/plain");
    }

    @Test
    void cutsALongListAndSaysSo() {
        String id = started(OK);
        List<String> asked = IntStream.range(100, 164).mapToObj(number -> "x-" + number).toList();

        send("GET", "/runs/" + id, "Access-Control-Request-Headers", String.join(",", asked));

        // Each takes 5 bytes and 48 besides; GET took 51 of 2,048.
        List<String> kept = new ArrayList<>(asked.subList(0, 37));
        kept.add("...");
        assertThat(newest(id)).containsEntry("requestedHeaders", kept);
    }

    @Test
    void keepsAllThatABrowserBehindAProxySends() {
        String origin = "https://a-rather-long-name.app.example.com";
        Map<String, String> headers = new HashMap<>();
        for (String name :
                List.of(
                        "pragma",
                        "cache-control",
                        "sec-ch-ua-platform",
                        "user-agent",
                        "sec-ch-ua",
                        "sec-ch-ua-mobile",
                        "referer",
                        "accept-encoding",
                        "accept-language",
                        "x-real-ip",
                        "x-forwarded-proto",
                        "x-forwarded-host",
                        "x-request-id")) {
            headers.put(name, "1");
        }
        headers.put("host", "localhost:8080");
        headers.put("accept", "*/*");
        headers.put("origin", origin);
        headers.put("content-type", "application/json");
        headers.put("sec-fetch-site", "cross-site");
        headers.put("sec-fetch-mode", "cors");
        headers.put("sec-fetch-dest", "empty");
        headers.put("x-forwarded-for", "192.0.2.1");
        String id = started(OK);

        send(
                "GET",
                "/runs/" + id,
                headers.entrySet().stream()
                        .flatMap(header -> Stream.of(header.getKey(), header.getValue()))
                        .toArray(String[]::new));

        headers.put("connection", "close");
        assertThat(newest(id))
                .containsEntry("origin", origin)
                .extractingByKey("headerNames")
                .asInstanceOf(InstanceOfAssertFactories.list(String.class))
                .containsExactlyInAnyOrderElementsOf(headers.keySet());
    }

    private Person.Answer start(Person person, String address) {
        return person.post("/api/lab/runs", OK, "X-Forwarded-For", address);
    }
}

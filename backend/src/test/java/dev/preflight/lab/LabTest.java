package dev.preflight.lab;

import static org.assertj.core.api.Assertions.assertThat;

import dev.preflight.testing.Json;
import dev.preflight.testing.Person;
import dev.preflight.testing.ServerTest;
import dev.preflight.testing.Wire;

import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A test with the Lab on, that starts runs and sends them what a browser would. */
abstract class LabTest extends ServerTest {

    static final String OK = "{\"response\": {\"status\": 200, \"headers\": []}}";

    @Override
    protected Map<String, String> configuration() {
        return new HashMap<>(Map.of("preflight.lab.enabled", "true"));
    }

    /** Starts a run and answers its id. */
    String started(String run) {
        Person.Answer answer = visitor().post("/api/lab/runs", run);
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return answer.text("id");
    }

    /** Sends a request over a bare socket; the headers are names and values in turn. */
    Wire.Answer send(String method, String target, String... headers) {
        List<Wire.Header> lines = new ArrayList<>();
        for (int i = 0; i < headers.length; i += 2) {
            lines.add(new Wire.Header(headers[i], headers[i + 1]));
        }
        return new Wire(server.getPort()).send(new Wire.Request(method, target, lines, ""));
    }

    /** The port of the page on other origins, by any of its names. */
    int initiatorPort() {
        List<String> urls = Json.texts(visitor().get("/api/lab").body(), "initiators", "url");
        return URI.create(urls.getFirst()).getPort();
    }

    /** The journal of a run. */
    List<Map<String, Object>> exchanges(String id) {
        return Json.objects(visitor().get("/api/lab/runs/" + id).body(), "exchanges");
    }

    /** The newest exchange of a run. */
    Map<String, Object> newest(String id) {
        return exchanges(id).getLast();
    }
}

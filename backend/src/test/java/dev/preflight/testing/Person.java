package dev.preflight.testing;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Someone at a browser: sends an Origin, keeps cookies, reads answers. */
public final class Person {

    /** The origin of the client in tests. */
    public static final String CLIENT_ORIGIN = "http://localhost:5173";

    /** Every registered person's password. */
    public static final String PASSWORD = "correct horse battery";

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private static final Pattern PATH = Pattern.compile("; Path=([^;]+)");

    private final URI server;
    private final Map<String, Cookie> cookies = new HashMap<>();
    private String email = "";

    Person(URI server) {
        this.server = server;
    }

    /** Starts a person at another server. */
    public static Person at(URI server) {
        return new Person(server);
    }

    /** Someone who has just registered at another server. */
    public static Person registeredAt(URI server) {
        return new Person(server).registered();
    }

    Person registered() {
        email = "person-" + UUID.randomUUID() + "@example.com";
        Answer answer =
                post(
                        "/api/authentication/register",
                        """
                        {"email": "%s", "name": "Test Person", "password": "%s"}
                        """
                                .formatted(email, PASSWORD));
        assertThat(answer.status()).isEqualTo(201);
        return this;
    }

    /** This person's e-mail address; empty for a visitor. */
    public String email() {
        return email;
    }

    /** Has this cookie sent from now on. */
    public Person withCookie(String name, String value) {
        cookies.put(name, new Cookie(value, "/"));
        return this;
    }

    /** Has this cookie sent no more, as a browser does when its time is over. */
    public Person withoutCookie(String name) {
        cookies.remove(name);
        return this;
    }

    /** The value of a cookie that was stored; empty if there is none. */
    public String cookie(String name) {
        Cookie cookie = cookies.get(name);
        return cookie == null ? "" : cookie.value();
    }

    public Answer get(String path, String... headers) {
        return send("GET", path, null, headers);
    }

    public Answer post(String path, String json, String... headers) {
        return send("POST", path, json, headers);
    }

    public Answer patch(String path, String json, String... headers) {
        return send("PATCH", path, json, headers);
    }

    public Answer delete(String path, String... headers) {
        return send("DELETE", path, null, headers);
    }

    /** Publishes a post and answers its id. */
    public String publishes(String title, String content) {
        Answer answer = post("/api/posts", Json.write(Map.of("title", title, "content", content)));
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return answer.text("id");
    }

    /**
     * Sends a request with the client's Origin, this person's cookies, and JSON if there is a body;
     * a header that is given as empty is left out.
     */
    public Answer send(String method, String path, @Nullable String json, String... headers) {
        Map<String, String> sent = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        sent.put("Origin", CLIENT_ORIGIN);
        sent.put("Content-Type", json == null ? "" : "application/json");
        sent.put(
                "Cookie",
                cookies.entrySet().stream()
                        .filter(cookie -> cookie.getValue().isSentTo(path))
                        .map(cookie -> cookie.getKey() + "=" + cookie.getValue().value())
                        .collect(Collectors.joining("; ")));
        for (int i = 0; i < headers.length; i += 2) {
            sent.put(headers[i], headers[i + 1]);
        }
        sent.values().removeIf(String::isEmpty);
        HttpRequest.Builder request =
                HttpRequest.newBuilder(server.resolve(path))
                        .method(
                                method,
                                json == null
                                        ? BodyPublishers.noBody()
                                        : BodyPublishers.ofString(json));
        sent.forEach(request::setHeader);
        return keepCookies(exchange(request.build()));
    }

    private static Answer exchange(HttpRequest request) {
        try {
            HttpResponse<String> response = HTTP.send(request, BodyHandlers.ofString());
            return new Answer(response);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopping);
        }
    }

    private Answer keepCookies(Answer answer) {
        for (String line : answer.headers("Set-Cookie")) {
            String[] pair = line.split(";", 2)[0].split("=", 2);
            if (line.contains("Max-Age=0;")) {
                cookies.remove(pair[0]);
            } else {
                Matcher path = PATH.matcher(line);
                cookies.put(pair[0], new Cookie(pair[1], path.find() ? path.group(1) : "/"));
            }
        }
        return answer;
    }

    private record Cookie(String value, String path) {

        boolean isSentTo(String requested) {
            return path.equals("/")
                    || requested.equals(path)
                    || requested.startsWith(path + "/")
                    || requested.startsWith(path + "?");
        }
    }

    /** What the server answered. */
    public record Answer(HttpResponse<String> response) {

        public int status() {
            return response.statusCode();
        }

        public String body() {
            return response.body();
        }

        /** The first value of a header; empty if there is none. */
        public String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }

        public List<String> headers(String name) {
            return response.headers().allValues(name);
        }

        /** The string or number at a top-level name of the JSON body, as text. */
        public String text(String name) {
            return Json.text(body(), name);
        }

        /** The problem's type without its prefix; empty if the answer is no problem. */
        public String problem() {
            return header("Content-Type").equals("application/problem+json")
                    ? text("type").replace("urn:preflight:problem:", "")
                    : "";
        }

        /** The fields that the problem's violations name. */
        public List<String> violatedFields() {
            return Json.texts(body(), "violations", "field");
        }
    }
}

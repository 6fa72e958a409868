package dev.preflight.routes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.preflight.testing.Json;
import dev.preflight.testing.Person;
import dev.preflight.testing.ServerTest;

import io.micronaut.context.annotation.Requires;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import io.micronaut.web.router.Router;

import jakarta.inject.Inject;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Walks the table of routes and tries each one as a visitor, as somebody else, with every kind of
 * mistake, and from every kind of origin. A route that nobody listed here as open has to be closed.
 */
@MicronautTest(transactional = false)
class RoutesTest extends ServerTest {

    private static final String REFUSED = "https://evil.example";

    /** What visitors may call; all else needs a session. */
    private static final Set<String> OPEN =
            Set.of(
                    "GET /api/authentication",
                    "POST /api/authentication/log-in",
                    "POST /api/authentication/log-out",
                    "POST /api/authentication/refresh",
                    "POST /api/authentication/register",
                    "POST /api/account/email/confirm",
                    "POST /api/account/password/reset",
                    "POST /api/account/password/reset-request",
                    "GET /api/deployment",
                    "GET /api/lab",
                    "POST /api/lab/doctor",
                    "GET /api/lab/policy",
                    "POST /api/lab/runs",
                    "GET /api/lab/runs/{id}",
                    "DELETE /api/lab/runs/{id}",
                    "GET /api/lab/runs/{id}/events",
                    "GET /api/outbox",
                    "GET /api/posts",
                    "GET /api/posts/{id}",
                    "GET /health",
                    "GET /health/{selector}",
                    "GET /metrics",
                    "GET /openapi");

    /** What names a thing that has an owner, and what else somebody else may do with it. */
    private static final Map<String, Integer> OWNED =
            Map.of(
                    "PATCH /api/posts/{id}", 403,
                    "DELETE /api/posts/{id}", 403,
                    "DELETE /api/sessions/{id}", 404);

    /** Below this are the controllers of tests. */
    private static final String OF_TESTS = "/test";

    @Inject Router router;

    @Override
    protected Map<String, String> configuration() {
        Map<String, String> configuration = new HashMap<>();
        configuration.put("routes-test", "true");
        configuration.put("preflight.lab.enabled", "true");
        for (String budget :
                List.of(
                        "log-in-account-and-network",
                        "log-in-network",
                        "log-in-account",
                        "register-network")) {
            configuration.put("preflight.throttling.budgets." + budget + ".burst", "100000");
        }
        return configuration;
    }

    @TestFactory
    Stream<DynamicTest> isClosedToVisitorsUnlessListed() {
        return routes().map(
                        route ->
                                DynamicTest.dynamicTest(
                                        route.name(),
                                        () ->
                                                assertThat(closure(route))
                                                        .isEqualTo(expected(route))));
    }

    /** A negative control: a route that somebody opened and did not list is found. */
    @Test
    void findsARouteThatIsOpenAndNotListed() {
        Route forgotten = new Route("GET", "/test/routes/open");

        assertThat(closure(forgotten)).isNotEqualTo(expected(forgotten));
    }

    @Test
    void listsNoRouteThatDoesNotExist() {
        Set<String> existing = routes().map(Route::name).collect(Collectors.toSet());

        assertThat(existing).containsAll(OPEN).containsAll(OWNED.keySet());
        assertThat(existing).hasSizeGreaterThan(20);
    }

    @TestFactory
    Stream<DynamicTest> keepsEachOwnersThingsFromOthers() {
        Person owner = member();
        String post = owner.publishes("Mine", "Text");
        Person stranger = member();
        return routes().filter(
                        route -> route.path().contains("{id}") && !OPEN.contains(route.name()))
                .map(
                        route ->
                                DynamicTest.dynamicTest(
                                        route.name(),
                                        () -> {
                                            String id =
                                                    route.path().contains("sessions")
                                                            ? sessionOf(owner)
                                                            : post;
                                            String path = route.path().replace("{id}", id);
                                            Person.Answer answer =
                                                    stranger.send(
                                                            route.method(),
                                                            path,
                                                            route.method().equals("PATCH")
                                                                    ? "{\"title\": \"Theirs\"}"
                                                                    : null);
                                            assertThat(answer.status())
                                                    .as(answer.body())
                                                    .isEqualTo(OWNED.get(route.name()));
                                            assertThat(owner.get("/api/authentication").status())
                                                    .isEqualTo(200);
                                            assertThat(
                                                            owner.get("/api/posts/" + post)
                                                                    .text("title"))
                                                    .isEqualTo("Mine");
                                        }));
    }

    /** Each kind of refusal that each route can be made to give, from each kind of origin. */
    @TestFactory
    Stream<DynamicTest> explainsEveryRefusalToAllowedOriginsAlone() {
        Person member = member();
        return routes().flatMap(
                        route ->
                                mistakes(route).entrySet().stream()
                                        .map(
                                                mistake ->
                                                        DynamicTest.dynamicTest(
                                                                route.name()
                                                                        + ", "
                                                                        + mistake.getKey(),
                                                                () ->
                                                                        tryFromEachOrigin(
                                                                                member,
                                                                                mistake
                                                                                        .getValue()))));
    }

    private void tryFromEachOrigin(Person member, Attempt attempt) {
        for (Person person : List.of(visitor(), member)) {
            Person.Answer allowed = attempt.by(person, Person.CLIENT_ORIGIN);
            check(allowed, Person.CLIENT_ORIGIN);

            Person.Answer refused = attempt.by(person, REFUSED);
            check(refused, null);
            if (!Set.of("GET", "HEAD", "OPTIONS").contains(attempt.method())) {
                assertThat(refused.status()).as(refused.body()).isEqualTo(403);
                assertThat(refused.problem()).isEqualTo("foreign-origin");
                assertThat(refused.headers("Set-Cookie")).isEmpty();
            }

            check(attempt.by(person, null), null);
        }
        assertThat(member.get("/api/authentication").status())
                .as("the member is still logged in")
                .isEqualTo(200);
    }

    private static void check(Person.Answer answer, @Nullable String allowedOrigin) {
        assertThat(answer.status()).as(answer.body()).isBetween(400, 499);
        assertThat(answer.headers("Access-Control-Allow-Origin"))
                .isEqualTo(allowedOrigin == null ? List.of() : List.of(allowedOrigin));
        assertThat(answer.headers("Access-Control-Allow-Credentials"))
                .isEqualTo(allowedOrigin == null ? List.of() : List.of("true"));
        assertThat(answer.header("Vary")).contains("Origin");
        assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
        assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(answer.header("Content-Security-Policy"))
                .isEqualTo("default-src 'none'; frame-ancestors 'none'");
        assertThat(answer.problem()).as(answer.body()).isNotEmpty();
        assertThat(answer.body())
                .doesNotContainIgnoringCase("exception")
                .doesNotContain("dev.preflight", "io.micronaut", "SELECT", "\tat ");
    }

    /** What can be wrong with a request to a route, whatever the route does. */
    private static Map<String, Attempt> mistakes(Route route) {
        String method = route.method();
        String path = route.somewhere();
        Map<String, Attempt> mistakes = new LinkedHashMap<>();
        mistakes.put("a method that it does not have", new Attempt("PUT", path, null, null));
        mistakes.put("an address below it", new Attempt("GET", path + "/x/y/z", null, null));
        if (method.equals("POST") || method.equals("PATCH")) {
            mistakes.put(
                    "a form",
                    new Attempt(method, path, "a=b", "application/x-www-form-urlencoded"));
            mistakes.put("JSON as text", new Attempt(method, path, "{}", "text/plain"));
            if (takesJson(route)) {
                mistakes.put("no JSON", new Attempt(method, path, "{", "application/json"));
                mistakes.put(
                        "an empty object", new Attempt(method, path, "{}", "application/json"));
                mistakes.put("a list", new Attempt(method, path, "[]", "application/json"));
                mistakes.put(
                        "too much",
                        new Attempt(
                                method,
                                path,
                                "{\"x\":\"" + "x".repeat(1_100_000) + "\"}",
                                "application/json"));
            }
        }
        return mistakes;
    }

    private static boolean takesJson(Route route) {
        return !Set.of(
                        "POST /api/authentication/log-out",
                        "POST /api/authentication/refresh",
                        "POST /api/account/email/confirmation")
                .contains(route.name());
    }

    private String closure(Route route) {
        Attempt attempt =
                new Attempt(
                        route.method(),
                        route.somewhere(),
                        route.method().equals("POST") || route.method().equals("PATCH")
                                ? "{}"
                                : null,
                        "application/json");
        Person.Answer answer = attempt.by(visitor(), Person.CLIENT_ORIGIN);
        return answer.status() == 401 && answer.problem().equals("not-logged-in")
                ? "closed"
                : "open";
    }

    private static String expected(Route route) {
        return OPEN.contains(route.name()) ? "open" : "closed";
    }

    private static String sessionOf(Person person) {
        return Json.texts(person.get("/api/sessions").body(), "items", "id").getFirst();
    }

    private Stream<Route> routes() {
        return router
                .uriRoutes()
                .map(
                        route ->
                                new Route(
                                        route.getHttpMethodName(),
                                        route.getUriMatchTemplate().toPathString()))
                .filter(route -> !route.path().startsWith(OF_TESTS))
                // HEAD and OPTIONS come with their GET.
                .filter(route -> !Set.of("HEAD", "OPTIONS").contains(route.method()))
                .collect(Collectors.toCollection(TreeSet::new))
                .stream();
    }

    private record Route(String method, String path) implements Comparable<Route> {

        String name() {
            return method + " " + path;
        }

        /** An address of this route at which there is nothing. */
        String somewhere() {
            return path.replace("{id}", UUID.randomUUID().toString())
                    .replace("{selector}", "nothing");
        }

        @Override
        public int compareTo(Route other) {
            return name().compareTo(other.name());
        }
    }

    private record Attempt(
            String method, String path, @Nullable String body, @Nullable String contentType) {

        Person.Answer by(Person person, @Nullable String origin) {
            Map<String, String> headers = new LinkedHashMap<>();
            if (origin != null) {
                headers.put("Origin", origin);
            } else {
                headers.put("Origin", "");
                headers.put("Sec-Fetch-Site", "same-origin");
            }
            if (contentType != null) {
                headers.put("Content-Type", contentType);
            }
            return person.send(
                    method,
                    path,
                    body,
                    headers.entrySet().stream()
                            .flatMap(header -> Stream.of(header.getKey(), header.getValue()))
                            .toArray(String[]::new));
        }
    }

    @Requires(property = "routes-test")
    @Controller("/test/routes")
    static class Forgotten {

        @Get("/open")
        @Secured(SecurityRule.IS_ANONYMOUS)
        String open() {
            return "open";
        }

        @Delete("/{name}")
        @Secured(SecurityRule.IS_AUTHENTICATED)
        String closed(@PathVariable String name) {
            return name;
        }
    }
}

package dev.preflight.sessions;

import static org.assertj.core.api.Assertions.assertThat;

import dev.preflight.testing.Json;
import dev.preflight.testing.Person;
import dev.preflight.testing.ServerTest;

import io.micronaut.test.extensions.junit5.annotation.MicronautTest;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

@Tag("database")
@MicronautTest(transactional = false)
class AuthenticationTest extends ServerTest {

    private static final String COOKIE = "preflight";

    @Test
    void registersAndLogsInAtOnce() {
        String email = "New-" + UUID.randomUUID() + "@Example.com";
        Person person = visitor();

        Person.Answer registered =
                person.post("/api/authentication/register", registration(email, "  Ada  "));

        assertThat(registered.status()).isEqualTo(201);
        assertThat(Json.object(registered.body()))
                .containsOnlyKeys("id", "email", "name")
                .containsEntry("email", email)
                .containsEntry("name", "Ada");
        assertThat(person.get("/api/authentication").body()).isEqualTo(registered.body());
    }

    @Test
    void keepsTheTokenInACookieThatScriptsCannotRead() {
        Person.Answer registered =
                visitor()
                        .post(
                                "/api/authentication/register",
                                registration(UUID.randomUUID() + "@example.com", "Ada"));

        assertThat(registered.headers("Set-Cookie"))
                .satisfiesExactly(
                        access ->
                                assertThat(access)
                                        .matches(
                                                "preflight=[\\w-]+\\.[\\w-]+\\.[\\w-]+;"
                                                        + " Max-Age=600; Path=/; HttpOnly;"
                                                        + " SameSite=Lax"),
                        refresh ->
                                assertThat(refresh)
                                        .matches(
                                                "preflight-refresh=[\\w-]{43}; Max-Age=1209600;"
                                                        + " Path=/api/authentication; HttpOnly;"
                                                        + " SameSite=Lax"));
        assertThat(registered.header("Cache-Control")).isEqualTo("no-store");
    }

    @Test
    void logsInWhateverTheLetterCaseOfTheEmail() {
        Person member = member();

        Person person = visitor();
        Person.Answer answer =
                person.post(
                        "/api/authentication/log-in",
                        logIn(member.email().toUpperCase(Locale.ROOT), Person.PASSWORD));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text("email")).isEqualTo(member.email());
        assertThat(person.get("/api/authentication").status()).isEqualTo(200);
    }

    @Test
    void answersTheSameToAWrongPasswordAndAnUnknownEmail() {
        Person.Answer wrong =
                visitor().post("/api/authentication/log-in", logIn(member().email(), "wrong"));
        Person.Answer unknown =
                visitor()
                        .post(
                                "/api/authentication/log-in",
                                logIn(UUID.randomUUID() + "@example.com", "wrong"));

        assertThat(wrong.status()).isEqualTo(401);
        assertThat(wrong.problem()).isEqualTo("wrong-credentials");
        assertThat(withoutRequestId(wrong)).isEqualTo(withoutRequestId(unknown));
        assertThat(wrong.headers("Set-Cookie")).isEmpty();
    }

    @Test
    void refusesAnEmailThatIsTakenInOtherLetterCase() {
        String taken = member().email().toUpperCase(Locale.ROOT);

        Person.Answer refusal =
                visitor().post("/api/authentication/register", registration(taken, "Ada"));

        assertThat(refusal.status()).isEqualTo(400);
        assertThat(refusal.violatedFields()).containsExactly("email");
        assertThat(refusal.headers("Set-Cookie")).isEmpty();
    }

    @Test
    void tellsAVisitorFromASessionThatIsOver() {
        assertThat(visitor().get("/api/authentication").status()).isEqualTo(204);

        Person.Answer over = visitor().withCookie(COOKIE, "x.y.z").get("/api/authentication");

        assertThat(over.status()).isEqualTo(401);
        assertThat(over.problem()).isEqualTo("session-over");
        assertThat(over.header("Set-Cookie")).startsWith("preflight=; Max-Age=0; Path=/");
    }

    /** Another server of this host can plant a cookie of this name with a longer path. */
    @Test
    void believesNeitherOfTwoSessionCookies() {
        Person victim = member();
        Person attacker = member();
        String own = "preflight=" + victim.cookie(COOKIE);
        String planted = "preflight=" + attacker.cookie(COOKIE);

        for (String cookies : List.of(planted + "; " + own, own + ";" + planted)) {
            Person.Answer refused =
                    visitor()
                            .post(
                                    "/api/posts",
                                    "{\"title\": \"Whose?\", \"content\": \"Mine\"}",
                                    "Cookie",
                                    cookies);
            assertThat(refused.status()).isEqualTo(401);
            Person.Answer over = visitor().get("/api/authentication", "Cookie", cookies);
            assertThat(over.status()).isEqualTo(401);
            assertThat(over.text("detail")).contains("two session cookies");
        }
    }

    @Test
    void refreshesByNeitherOfTwoRefreshTokens() {
        Person victim = member();
        String cookies =
                "preflight-refresh=%s; preflight-refresh=%s"
                        .formatted(
                                member().cookie("preflight-refresh"),
                                victim.cookie("preflight-refresh"));

        Person.Answer refused =
                visitor().send("POST", "/api/authentication/refresh", null, "Cookie", cookies);

        assertThat(refused.status()).isEqualTo(401);
        assertThat(refused.headers("Set-Cookie"))
                .hasSize(4)
                .allMatch(cookie -> cookie.contains("=; Max-Age=0; Path=/"));
        assertThat(victim.send("POST", "/api/authentication/refresh", null).status())
                .isEqualTo(204);
    }

    @Test
    void endsTheSessionAndNotOnlyItsCookie() {
        Person member = member();
        String token = member.cookie(COOKIE);

        Person.Answer loggedOut = member.send("POST", "/api/authentication/log-out", null);

        assertThat(loggedOut.status()).isEqualTo(204);
        assertThat(loggedOut.header("Set-Cookie")).startsWith("preflight=; Max-Age=0");
        Person thief = visitor().withCookie(COOKIE, token);
        assertThat(thief.get("/api/authentication").status()).isEqualTo(401);
        assertThat(thief.post("/api/posts", "{\"title\": \"a\", \"content\": \"b\"}").status())
                .isEqualTo(401);
    }

    @Test
    void logsOutAlsoWithoutASession() {
        assertThat(visitor().send("POST", "/api/authentication/log-out", null).status())
                .isEqualTo(204);
        assertThat(
                        visitor()
                                .withCookie(COOKIE, "nonsense")
                                .send("POST", "/api/authentication/log-out", null)
                                .status())
                .isEqualTo(204);
    }

    @Test
    void endsThePreviousSessionOfABrowserThatLogsInAgain() {
        Person person = member();
        String first = person.cookie(COOKIE);

        person.post("/api/authentication/log-in", logIn(person.email(), Person.PASSWORD));

        assertThat(person.get("/api/authentication").status()).isEqualTo(200);
        assertThat(visitor().withCookie(COOKIE, first).get("/api/authentication").status())
                .isEqualTo(401);
    }

    @Test
    void keepsSessionsOfOtherBrowsersOnLogOut() {
        Person here = member();
        Person there = visitor();
        there.post("/api/authentication/log-in", logIn(here.email(), Person.PASSWORD));

        here.send("POST", "/api/authentication/log-out", null);

        assertThat(there.get("/api/authentication").status()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    {}                                                          | email, name, password
                    {"email": "x", "name": "A", "password": "12345678"}         | email
                    {"email": "a@b.c", "name": " ", "password": "12345678"}     | name
                    {"email": "a@b.c", "name": "A\\u0000", "password": "12345678"} | name
                    {"email": "a@b.c", "name": "A", "password": "1234567"}      | password
                    {"email": "a@b.c", "name": "A", "password": 12345678}       | password
                    {"email": ["a@b.c"], "name": "A", "password": "12345678"}   | email
                    {"email": "a@b.c", "name": "A", "password": "12345678", "role": "admin"} | role
                    """)
    void refusesABadRegistrationAtItsField(String json, String fields) {
        Person.Answer refusal = visitor().post("/api/authentication/register", json);

        assertThat(refusal.status()).as(refusal.body()).isEqualTo(400);
        assertThat(refusal.violatedFields()).containsExactlyInAnyOrder(fields.split(", ", -1));
    }

    @Test
    void refusesWhatCannotBeStoredOrHashedInsteadOfFailing() {
        String halfPassword =
                "{\"email\": \"a@b.co\", \"name\": \"A\", \"password\": \"passw\\ud800rd1\"}";
        String halfLogIn = "{\"email\": \"a@b.co\", \"password\": \"passw\\ud800rd1\"}";
        String nulLogIn = "{\"email\": \"a\\u0000@b.co\", \"password\": \"12345678\"}";

        assertThat(visitor().post("/api/authentication/register", halfPassword).violatedFields())
                .containsExactly("password");
        assertThat(visitor().post("/api/authentication/log-in", halfLogIn).violatedFields())
                .containsExactly("password");
        assertThat(visitor().post("/api/authentication/log-in", nulLogIn).violatedFields())
                .containsExactly("email");
    }

    @Test
    void takesTheLongestPasswordAndRefusesALongerOne() {
        String email = UUID.randomUUID() + "@example.com";
        String longest = "🔑".repeat(64);

        assertThat(register(email, longest + "x").violatedFields()).containsExactly("password");
        assertThat(register(email, longest).status()).isEqualTo(201);
        assertThat(visitor().post("/api/authentication/log-in", logIn(email, longest)).status())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    password1               | used most
                    PassWord1               | used most
                    qwertyuiop              | used most
                    new.person              | your e-mail address
                    New.Person@example.com  | your e-mail address
                    grace hopper            | your name
                    """)
    void refusesAPasswordThatIsGuessedFirst(String password, String reason) {
        Person.Answer refusal =
                visitor()
                        .post(
                                "/api/authentication/register",
                                Json.write(
                                        Map.of(
                                                "email",
                                                "new.person@example.com",
                                                "name",
                                                "Grace Hopper",
                                                "password",
                                                password)));

        assertThat(refusal.status()).isEqualTo(400);
        assertThat(refusal.violatedFields()).containsExactly("password");
        assertThat(refusal.body()).contains(reason);
    }

    private Person.Answer register(String email, String password) {
        return visitor()
                .post(
                        "/api/authentication/register",
                        Json.write(Map.of("email", email, "name", "Ada", "password", password)));
    }

    private static String registration(String email, String name) {
        return Json.write(Map.of("email", email, "name", name, "password", Person.PASSWORD));
    }

    private static String logIn(String email, String password) {
        return Json.write(Map.of("email", email, "password", password));
    }

    private static Map<String, Object> withoutRequestId(Person.Answer answer) {
        Map<String, Object> problem = Json.object(answer.body());
        problem.remove("requestId");
        return problem;
    }
}

package dev.preflight.sessions.account;

import static org.assertj.core.api.Assertions.assertThat;

import dev.preflight.testing.Json;
import dev.preflight.testing.Mailbox;
import dev.preflight.testing.Person;
import dev.preflight.testing.ServerTest;
import dev.preflight.testing.TurnableClock;

import io.micronaut.test.extensions.junit5.annotation.MicronautTest;

import jakarta.inject.Inject;

import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What somebody who is logged in does with their account. */
@Tag("database")
@MicronautTest(transactional = false)
class AccountTest extends ServerTest {

    private static final String NEW_PASSWORD = "a quiet new morning";

    @Inject TurnableClock clock;

    @Test
    void showsOnesOwnAccount() {
        Person member = member();

        Person.Answer account = member.get("/api/account");

        assertThat(account.status()).isEqualTo(200);
        assertThat(Json.object(account.body()))
                .containsOnlyKeys("id", "email", "name", "emailConfirmed", "createdAt")
                .containsEntry("email", member.email())
                .containsEntry("emailConfirmed", false);
        assertThat(account.header("Cache-Control")).isEqualTo("no-store");
    }

    @ParameterizedTest
    @CsvSource({
        "GET,    /api/account,                     ",
        "PATCH,  /api/account,                     {}",
        "POST,   /api/account/password,            {}",
        "POST,   /api/account/email,               {}",
        "POST,   /api/account/email/confirmation,  ",
        "GET,    /api/account/export,              ",
        "GET,    /api/account/deletion,            ",
        "POST,   /api/account/deletion,            {}",
    })
    void isNobodyElsesBusiness(String method, String path, String body) {
        assertThat(visitor().send(method, path, body).problem()).isEqualTo("not-logged-in");
    }

    @Test
    void givesPostsTheNewName() {
        Person member = member();
        String post = member.publishes("A post", "Text");

        Person.Answer renamed = member.patch("/api/account", "{\"name\": \"  Grace  \"}");

        assertThat(renamed.status()).isEqualTo(200);
        assertThat(renamed.text("name")).isEqualTo("Grace");
        assertThat(member.get("/api/authentication").text("name")).isEqualTo("Grace");
        assertThat(visitor().get("/api/posts/" + post).body()).contains("\"name\":\"Grace\"");
        for (String bad : new String[] {"", " ", "a\\u0000", "x".repeat(81)}) {
            assertThat(member.patch("/api/account", "{\"name\": \"" + bad + "\"}").violatedFields())
                    .containsOnly("name");
        }
    }

    @Test
    void endsAllOtherSessionsWhenThePasswordChanges() {
        Person here = member();
        Person there = visitor();
        logIn(there, here.email(), Person.PASSWORD);

        Person.Answer changed = changePassword(here, Person.PASSWORD, NEW_PASSWORD);

        assertThat(changed.status()).isEqualTo(204);
        assertThat(here.get("/api/account").status()).isEqualTo(200);
        assertThat(there.get("/api/authentication").status()).isEqualTo(401);
        assertThat(there.send("POST", "/api/authentication/refresh", null).status()).isEqualTo(401);
        assertThat(logIn(visitor(), here.email(), Person.PASSWORD).status()).isEqualTo(401);
        assertThat(logIn(visitor(), here.email(), NEW_PASSWORD).status()).isEqualTo(200);
        Mailbox.of(here.email(), visitor()).await("Your password for Preflight was changed");
    }

    @Test
    void makesLinksWorthlessThatWereSentBeforeThePasswordChanged() {
        Person member = member();
        visitor()
                .post(
                        "/api/account/password/reset-request",
                        Json.write(Map.of("email", member.email())));
        String token = Mailbox.of(member.email(), visitor()).await("Choose a new password").token();

        changePassword(member, Person.PASSWORD, NEW_PASSWORD);

        assertThat(
                        visitor()
                                .post(
                                        "/api/account/password/reset",
                                        Json.write(
                                                Map.of(
                                                        "token",
                                                        token,
                                                        "newPassword",
                                                        "my own one")))
                                .problem())
                .isEqualTo("link-over");
    }

    @Test
    void changesNoPasswordWithoutTheCurrentOneOrForABadOne() {
        Person member = member();

        assertThat(changePassword(member, "wrong", NEW_PASSWORD).violatedFields())
                .containsExactly("currentPassword");
        assertThat(changePassword(member, Person.PASSWORD, "iloveyou").violatedFields())
                .containsExactly("newPassword");
        assertThat(changePassword(member, Person.PASSWORD, member.email()).violatedFields())
                .containsExactly("newPassword");
        assertThat(changePassword(member, Person.PASSWORD, "short").violatedFields())
                .containsExactly("newPassword");
        assertThat(logIn(visitor(), member.email(), Person.PASSWORD).status()).isEqualTo(200);
    }

    @Test
    void countsWrongPasswordsAsLogInDoes() {
        Person member = member();
        List<Integer> statuses = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            statuses.add(changePassword(member, "wrong", NEW_PASSWORD).status());
            statuses.add(delete(member, "wrong").status());
        }

        assertThat(statuses).containsExactly(400, 400, 400, 400, 400, 429);
        assertThat(changePassword(member, Person.PASSWORD, NEW_PASSWORD).problem())
                .isEqualTo("too-many-attempts");
        clock.forward(Duration.ofMinutes(1));
        assertThat(changePassword(member, Person.PASSWORD, NEW_PASSWORD).status()).isEqualTo(204);
    }

    @Test
    void handsOverEverythingAndNothingOfOthers() {
        Person member = member();
        Person other = member();
        other.publishes("Somebody else's", "Not mine");
        for (int i = 1; i <= 60; i++) {
            member.publishes("Post " + i, "Text \"" + i + "\" 🔑");
        }

        Person.Answer export = member.get("/api/account/export");

        assertThat(export.status()).isEqualTo(200);
        assertThat(export.header("Content-Type")).startsWith("application/json");
        assertThat(export.header("Content-Disposition"))
                .isEqualTo("attachment; filename=\"preflight-export.json\"");
        assertThat(export.header("Cache-Control")).isEqualTo("no-store");
        Map<String, Object> everything = Json.object(export.body());
        assertThat(everything).containsOnlyKeys("account", "posts", "devices", "networks");
        assertThat(Json.texts(export.body(), "devices", "address")).containsExactly("127.0.0.1");
        assertThat(everything.get("account"))
                .asInstanceOf(InstanceOfAssertFactories.MAP)
                .containsEntry("email", member.email())
                .containsEntry("name", "Test Person");
        assertThat(Json.texts(export.body(), "posts", "title"))
                .hasSize(60)
                .doesNotHaveDuplicates()
                .startsWith("Post 1", "Post 2")
                .endsWith("Post 60");
        assertThat(Json.texts(export.body(), "posts", "content")).contains("Text \"60\" 🔑");
        assertThat(export.body())
                .doesNotContain("Somebody else", other.email(), "argon2", "password");
    }

    @Test
    void handsOverAnAccountWithNothingInIt() {
        Person.Answer export = member().get("/api/account/export");

        assertThat(Json.object(export.body())).containsEntry("posts", List.of());
    }

    @Test
    void saysWhatGoesBeforeItGoes() {
        Person member = member();
        member.publishes("One", "Text");
        member.publishes("Two", "Text");
        member().publishes("Somebody else's", "Text");

        List<Map<String, Object>> goes =
                Json.objects(member.get("/api/account/deletion").body(), "goes");

        assertThat(goes)
                .containsExactlyInAnyOrder(
                        Map.of("name", "account", "count", 1),
                        Map.of("name", "posts", "count", 2),
                        Map.of("name", "devices", "count", 1),
                        Map.of("name", "networks", "count", 1));
    }

    @Test
    void deletesEverything() {
        Person member = member();
        Person elsewhere = visitor();
        logIn(elsewhere, member.email(), Person.PASSWORD);
        Person other = member();
        String id = member.get("/api/account").text("id");
        String post =
                member.post(
                                "/api/posts",
                                "{\"title\": \"A\", \"content\": \"B\", \"tags\": [\"tag\"]}")
                        .text("id");
        other.publishes("Stays", "Text");
        String access = member.cookie("preflight");
        String refresh = member.cookie("preflight-refresh");
        Mailbox.of(member.email(), visitor()).await("Confirm your e-mail");

        Person.Answer deleted = delete(member, Person.PASSWORD);

        assertThat(deleted.status()).isEqualTo(204);
        assertThat(deleted.headers("Set-Cookie")).hasSize(2).allMatch(c -> c.contains("Max-Age=0"));
        Person thief =
                visitor().withCookie("preflight", access).withCookie("preflight-refresh", refresh);
        assertThat(thief.get("/api/account").status()).isEqualTo(401);
        assertThat(thief.send("POST", "/api/authentication/refresh", null).status()).isEqualTo(401);
        assertThat(elsewhere.get("/api/authentication").status()).isEqualTo(401);
        assertThat(logIn(visitor(), member.email(), Person.PASSWORD).status()).isEqualTo(401);
        assertThat(visitor().get("/api/posts/" + post).status()).isEqualTo(404);
        assertThat(rowsThatHold(id)).isEmpty();
        Mailbox.of(member.email(), visitor()).await("Your Preflight account is deleted");
        assertThat(other.get("/api/account/deletion").body()).contains("\"count\":1");
    }

    @Test
    void deletesNothingWithoutThePassword() {
        Person member = member();

        assertThat(delete(member, "wrong").violatedFields()).containsExactly("password");
        assertThat(delete(member, "").violatedFields()).containsExactly("password");
        assertThat(member.get("/api/account").status()).isEqualTo(200);
    }

    /** Columns of any table that still name an account. */
    private List<String> rowsThatHold(String account) {
        List<String> references =
                texts(
                        """
                        SELECT LOWER(table_name) || '.' || LOWER(column_name)
                        FROM information_schema.columns
                        WHERE LOWER(table_schema) = 'public'
                          AND LOWER(column_name) IN ('account_id', 'author_id')
                        """);
        assertThat(references)
                .contains("login_session.account_id", "post.author_id", "mail_token.account_id");
        references.add("account.id");
        return references.stream()
                .filter(
                        reference -> {
                            String[] parts = reference.split("\\.", 2);
                            return count(
                                            "SELECT COUNT(*) FROM %s WHERE CAST(%s AS VARCHAR) = ?"
                                                    .formatted(parts[0], parts[1]),
                                            account)
                                    > 0;
                        })
                .toList();
    }

    private static Person.Answer changePassword(Person member, String current, String wanted) {
        return member.post(
                "/api/account/password",
                Json.write(Map.of("currentPassword", current, "newPassword", wanted)));
    }

    private static Person.Answer delete(Person member, String password) {
        return member.post("/api/account/deletion", Json.write(Map.of("password", password)));
    }

    private static Person.Answer logIn(Person person, String email, String password) {
        return person.post(
                "/api/authentication/log-in",
                Json.write(Map.of("email", email, "password", password)));
    }
}

package dev.preflight.sessions;

import static org.assertj.core.api.Assertions.assertThat;

import dev.preflight.testing.Json;
import dev.preflight.testing.Person;
import dev.preflight.testing.ServerLog;
import dev.preflight.testing.ServerTest;
import dev.preflight.testing.TurnableClock;

import io.micronaut.test.extensions.junit5.annotation.MicronautTest;

import jakarta.inject.Inject;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/** An operator can tell from the log who got in, who did not, and what ended; and nothing more. */
@Tag("database")
@MicronautTest(transactional = false)
class SecurityLogTest extends ServerTest {

    private static final String REFRESH = "preflight-refresh";

    @Inject TurnableClock clock;

    private ServerLog log;

    @BeforeEach
    void listen() {
        log = ServerLog.listen();
    }

    @AfterEach
    void stopListening() {
        log.close();
    }

    @Test
    void tellsLogInsAndLogOuts() {
        Person member = member();
        String account = accountOf(member);
        logIn(member, Person.PASSWORD);
        member.send("POST", "/api/authentication/log-out", null);

        assertThat(log.lines())
                .contains(
                        "INFO registered and logged in: account " + account,
                        "INFO logged in: account " + account,
                        "INFO logged out: account " + account);
        assertNothingSecret(member);
    }

    @Test
    void tellsGuessesAndOnceThatTheyAreThrottled() {
        Person member = member();
        for (int i = 0; i < 10; i++) {
            logIn(member, "a wrong guess");
        }

        assertThat(log.lines())
                .filteredOn(line -> line.contains("login refused"))
                .hasSize(5)
                .containsOnly("INFO login refused, wrong e-mail or password: from 127.0.0.1");
        assertThat(log.lines())
                .filteredOn(line -> line.contains("throttled"))
                .containsExactly("WARN login throttled: from 127.0.0.1");
        assertThat(log.lines()).noneMatch(line -> line.contains("a wrong guess"));
        assertNothingSecret(member);
    }

    @Test
    void tellsThatARefreshTokenWasUsedTwice() {
        Person member = member();
        String account = accountOf(member);
        Person thief = visitor().withCookie(REFRESH, member.cookie(REFRESH));
        member.send("POST", "/api/authentication/refresh", null);
        clock.forward(Duration.ofSeconds(11));
        thief.send("POST", "/api/authentication/refresh", null);

        assertThat(log.lines())
                .filteredOn(line -> line.startsWith("WARN"))
                .singleElement()
                .asString()
                .startsWith(
                        "WARN session ended, a used refresh token was shown again and may be"
                                + " stolen: account "
                                + account);
        assertNothingSecret(member);
    }

    @Test
    void tellsWhichSessionsTheirOwnerEnded() {
        Person member = member();
        String account = accountOf(member);
        Person other = visitor();
        other.post("/api/authentication/log-in", credentials(member, Person.PASSWORD));
        String session = Json.texts(other.get("/api/sessions").body(), "items", "id").getFirst();
        member.delete("/api/sessions/" + session);
        member.delete("/api/sessions");

        assertThat(log.lines())
                .contains(
                        "INFO session ended by its owner: account "
                                + account
                                + ", session "
                                + session,
                        "INFO all other sessions ended by their owner: account " + account);
        assertNothingSecret(member);
    }

    @Test
    void tellsThatAPasswordWasChangedAndAnAccountDeleted() {
        Person member = member();
        String account = accountOf(member);
        member.post(
                "/api/account/password",
                Json.write(
                        Map.of(
                                "currentPassword",
                                Person.PASSWORD,
                                "newPassword",
                                "another horse battery")));
        member.post(
                "/api/account/deletion", Json.write(Map.of("password", "another horse battery")));

        assertThat(log.lines())
                .contains(
                        "INFO password changed: account " + account,
                        "INFO account deleted: account " + account);
        assertThat(log.lines()).noneMatch(line -> line.contains("another horse"));
        assertNothingSecret(member);
    }

    @Test
    void tellsOnceWhyAForgedRequestWasRefusedAndBreaksNoLine() {
        Person member = member();
        member.post("/api/posts%0d%0aINFO%20forged", "{}", "Origin", "https://evil.example");

        List<String> refusals =
                log.lines().stream().filter(line -> line.contains("refused")).toList();
        assertThat(refusals)
                .singleElement()
                .asString()
                .startsWith("WARN POST /api/posts")
                .contains("foreign-origin", "https://evil.example")
                .doesNotContain("\r", "\n");
        assertNothingSecret(member);
    }

    private void assertNothingSecret(Person member) {
        assertThat(log.lines())
                .isNotEmpty()
                .noneMatch(line -> line.contains(Person.PASSWORD))
                .noneMatch(line -> line.contains(member.email()))
                .noneMatch(line -> line.contains("eyJ"))
                .noneMatch(line -> line.matches(".*[\\w-]{43}.*"));
    }

    private Person.Answer logIn(Person member, String password) {
        return member.post("/api/authentication/log-in", credentials(member, password));
    }

    private static String credentials(Person member, String password) {
        return Json.write(Map.of("email", member.email(), "password", password));
    }

    private static String accountOf(Person member) {
        return member.get("/api/authentication").text("id");
    }
}

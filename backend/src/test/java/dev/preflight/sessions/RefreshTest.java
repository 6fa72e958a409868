package dev.preflight.sessions;

import static org.assertj.core.api.Assertions.assertThat;

import dev.preflight.testing.Person;
import dev.preflight.testing.ServerTest;
import dev.preflight.testing.TurnableClock;
import dev.preflight.web.Secret;

import io.micronaut.test.extensions.junit5.annotation.MicronautTest;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** A session is renewed as long as it is used, and ends when somebody else may be using it. */
@Tag("database")
@MicronautTest(transactional = false)
class RefreshTest extends ServerTest {

    private static final String ACCESS = "preflight";
    private static final String REFRESH = "preflight-refresh";
    private static final int TABS = 200;

    @Inject TurnableClock clock;

    @Test
    void renewsBothTokensOfTheSameSession() {
        Person member = member();
        String access = member.cookie(ACCESS);
        String refresh = member.cookie(REFRESH);

        Person.Answer renewed = refresh(member);

        assertThat(renewed.status()).isEqualTo(204);
        assertThat(renewed.headers("Set-Cookie")).hasSize(2);
        assertThat(member.cookie(ACCESS)).isNotEqualTo(access);
        assertThat(member.cookie(REFRESH)).isNotEqualTo(refresh);
        assertThat(member.get("/api/authentication").status()).isEqualTo(200);
        assertThat(sessions(member)).isEqualTo(1);
    }

    @Test
    void bringsBackWhoseAccessTokenIsOver() {
        Person member = member();
        clock.forward(Duration.ofMinutes(10));

        assertThat(member.post("/api/posts", "{}").status()).isEqualTo(401);
        Person.Answer over = member.get("/api/authentication");
        assertThat(over.status()).isEqualTo(401);
        assertThat(over.headers("Set-Cookie")).isEmpty();
        assertThat(member.withoutCookie(ACCESS).get("/api/authentication").status()).isEqualTo(401);

        assertThat(refresh(member).status()).isEqualTo(204);
        assertThat(member.get("/api/authentication").status()).isEqualTo(200);
    }

    @Test
    void toleratesALostAnswerForTenSeconds() {
        Person member = member();
        Person secondTab = visitor().withCookie(REFRESH, member.cookie(REFRESH));
        refresh(member);

        clock.forward(Duration.ofSeconds(9));

        assertThat(refresh(secondTab).status()).isEqualTo(204);
        assertThat(refresh(member).status()).isEqualTo(204);
        assertThat(refresh(secondTab).status()).isEqualTo(204);
        assertThat(sessions(member)).isEqualTo(1);
    }

    @Test
    void endsTheSessionWhenAUsedTokenIsShownLater() {
        Person member = member();
        Person thief = visitor().withCookie(REFRESH, member.cookie(REFRESH));
        refresh(member);
        clock.forward(Duration.ofSeconds(11));

        Person.Answer replayed = refresh(thief);

        assertThat(replayed.status()).isEqualTo(401);
        assertThat(replayed.problem()).isEqualTo("session-over");
        assertThat(replayed.headers("Set-Cookie"))
                .satisfiesExactly(
                        access ->
                                assertThat(access)
                                        .startsWith("preflight=; Max-Age=0; Path=/; HttpOnly"),
                        refresh ->
                                assertThat(refresh)
                                        .startsWith(
                                                "preflight-refresh=; Max-Age=0;"
                                                        + " Path=/api/authentication; HttpOnly"));
        // Nobody can tell which of the two was the thief, so that both are out, at once.
        assertThat(member.get("/api/authentication").status()).isEqualTo(401);
        assertThat(refresh(member).status()).isEqualTo(401);
        assertThat(sessions(member)).isZero();
    }

    /** A thief may be as quick as a second tab, and then waits: that is no branch to live on. */
    @Test
    void leavesAThiefNoBranchOfTheFamily() {
        Person member = member();
        Person thief = visitor().withCookie(REFRESH, member.cookie(REFRESH));
        refresh(member);
        assertThat(refresh(thief).status()).isEqualTo(204);
        clock.forward(Duration.ofMinutes(10));
        assertThat(refresh(member).status()).isEqualTo(204);
        clock.forward(Duration.ofSeconds(11));

        assertThat(refresh(thief).status()).isEqualTo(401);
        assertThat(refresh(member).status()).isEqualTo(401);
        assertThat(sessions(member)).isZero();
    }

    @Test
    void findsAThiefWhoIsFirst() {
        Person member = member();
        Person thief = visitor().withCookie(REFRESH, member.cookie(REFRESH));
        refresh(member);
        refresh(thief);
        clock.forward(Duration.ofMinutes(5));
        assertThat(refresh(thief).status()).isEqualTo(204);
        clock.forward(Duration.ofMinutes(5));

        assertThat(refresh(member).status()).isEqualTo(401);
        assertThat(refresh(thief).status()).isEqualTo(401);
    }

    @Test
    void servesManyTabsThatRefreshAtOnce() throws Exception {
        Person member = member();
        String shared = member.cookie(REFRESH);
        List<Callable<Person>> tabs = new ArrayList<>();
        for (int i = 0; i < TABS; i++) {
            tabs.add(
                    () -> {
                        Person tab = visitor().withCookie(REFRESH, shared);
                        assertThat(refresh(tab).status()).isEqualTo(204);
                        return tab;
                    });
        }

        List<Person> renewed = new ArrayList<>();
        try (ExecutorService browser = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Person> tab : browser.invokeAll(tabs)) {
                renewed.add(tab.get());
            }
        }

        assertThat(renewed)
                .hasSize(TABS)
                .allSatisfy(
                        tab -> assertThat(tab.get("/api/authentication").status()).isEqualTo(200));
        assertThat(renewed.stream().map(tab -> tab.cookie(REFRESH))).doesNotHaveDuplicates();
        assertThat(sessions(member)).isEqualTo(1);

        clock.forward(Duration.ofSeconds(11));
        assertThat(refresh(visitor().withCookie(REFRESH, shared)).status()).isEqualTo(401);
        assertThat(renewed)
                .allSatisfy(
                        tab -> assertThat(tab.get("/api/authentication").status()).isEqualTo(401));
        assertThat(sessions(member)).isZero();
    }

    @Test
    void endsWithALogOutThatRunsBesideManyRefreshes() throws Exception {
        Person member = member();
        String shared = member.cookie(REFRESH);
        try (ExecutorService browser = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Integer>> answers = new ArrayList<>();
            for (int i = 0; i < 20; i++) {
                answers.add(
                        browser.submit(
                                () -> refresh(visitor().withCookie(REFRESH, shared)).status()));
            }
            assertThat(member.send("POST", "/api/authentication/log-out", null).status())
                    .isEqualTo(204);
            for (Future<Integer> answer : answers) {
                assertThat(answer.get()).isIn(204, 401);
            }
        }

        assertThat(sessions(member)).isZero();
        assertThat(refresh(visitor().withCookie(REFRESH, shared)).status()).isEqualTo(401);
    }

    @Test
    void endsASessionThatNobodyUsesForTwoWeeks() {
        Person member = member();

        clock.forward(Duration.ofDays(14).minusMinutes(1));
        assertThat(refresh(member).status()).isEqualTo(204);
        clock.forward(Duration.ofDays(14).plusSeconds(1));

        assertThat(refresh(member).status()).isEqualTo(401);
    }

    @Test
    void endsASessionAfterNinetyDaysHoweverMuchItIsUsed() {
        Person member = member();
        for (int week = 1; week <= 12; week++) {
            clock.forward(Duration.ofDays(7));
            assertThat(refresh(member).status()).as("week " + week).isEqualTo(204);
        }
        clock.forward(Duration.ofDays(5));

        Person.Answer last = refresh(member);

        assertThat(last.headers("Set-Cookie").getLast()).contains("; Max-Age=86");
        clock.forward(Duration.ofDays(1).plusSeconds(1));
        assertThat(refresh(member).status()).isEqualTo(401);
    }

    @Test
    void keepsNoTokenThatCouldBeUsed() {
        Person member = member();
        String shown = member.cookie(REFRESH);

        assertThat(count("SELECT COUNT(*) FROM refresh_token WHERE hash = ?", shown)).isZero();
        assertThat(
                        count(
                                "SELECT COUNT(*) FROM refresh_token WHERE hash = ?",
                                new Secret(shown).hash()))
                .isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "x",
                "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
                "%00",
                "a.b.c",
                "' OR 1=1 --"
            })
    void refusesWhatWasNeverIssued(String token) {
        Person.Answer refusal = refresh(visitor().withCookie(REFRESH, token));

        assertThat(refusal.status()).isEqualTo(401);
        assertThat(refusal.problem()).isEqualTo("session-over");
    }

    @Test
    void takesNoAccessTokenForARefreshToken() {
        Person member = member();

        assertThat(refresh(visitor().withCookie(REFRESH, member.cookie(ACCESS))).status())
                .isEqualTo(401);
        assertThat(
                        visitor()
                                .withCookie(ACCESS, member.cookie(REFRESH))
                                .get("/api/authentication")
                                .status())
                .isEqualTo(401);
        assertThat(refresh(visitor()).status()).isEqualTo(401);
    }

    @Test
    void endsTheSessionOfWhoLogsOutWithTheRefreshTokenAlone() {
        Person member = member();
        Person expired = visitor().withCookie(REFRESH, member.cookie(REFRESH));

        assertThat(expired.send("POST", "/api/authentication/log-out", null).status())
                .isEqualTo(204);

        assertThat(sessions(member)).isZero();
        assertThat(member.get("/api/authentication").status()).isEqualTo(401);
        assertThat(refresh(member).status()).isEqualTo(401);
    }

    @Test
    void endsBothSessionsOfWhoLogsOutWithTokensOfTwo() {
        Person one = member();
        Person other = member();

        one.withCookie(REFRESH, other.cookie(REFRESH))
                .send("POST", "/api/authentication/log-out", null);

        assertThat(sessions(one)).isZero();
        assertThat(sessions(other)).isZero();
    }

    @Test
    void endsTheSessionThatALogInReplaces() {
        Person member = member();
        String before = member.cookie(REFRESH);
        member.withoutCookie(ACCESS);

        Person.Answer again =
                member.post(
                        "/api/authentication/log-in",
                        """
                        {"email": "%s", "password": "%s"}
                        """
                                .formatted(member.email(), Person.PASSWORD));

        assertThat(again.status()).isEqualTo(200);
        assertThat(sessions(member)).isEqualTo(1);
        assertThat(refresh(visitor().withCookie(REFRESH, before)).status()).isEqualTo(401);
    }

    @Test
    void cannotBeForcedByAForeignPage() {
        Person member = member();
        String before = member.cookie(REFRESH);

        for (Map.Entry<String, String> header :
                Map.of("Origin", "https://evil.example", "Sec-Fetch-Site", "cross-site")
                        .entrySet()) {
            Person.Answer refusal =
                    member.send(
                            "POST",
                            "/api/authentication/refresh",
                            null,
                            "Origin",
                            "https://evil.example",
                            header.getKey(),
                            header.getValue());
            assertThat(refusal.status()).isEqualTo(403);
            assertThat(refusal.headers("Set-Cookie")).isEmpty();
        }
        assertThat(member.get("/api/authentication/refresh").status()).isEqualTo(405);
        assertThat(member.cookie(REFRESH)).isEqualTo(before);
        assertThat(refresh(member).status()).isEqualTo(204);
    }

    private static Person.Answer refresh(Person person) {
        return person.send("POST", "/api/authentication/refresh", null);
    }

    private long sessions(Person person) {
        return count(
                "SELECT COUNT(*) FROM login_session s JOIN account a ON a.id = s.account_id"
                        + " WHERE a.email = ?",
                person.email());
    }
}

package dev.preflight.accounts.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.preflight.testing.Json;
import dev.preflight.testing.Mailbox;
import dev.preflight.testing.Person;
import dev.preflight.testing.ServerTest;
import dev.preflight.testing.TurnableClock;
import dev.preflight.web.Secret;

import io.micronaut.test.extensions.junit5.annotation.MicronautTest;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Who has forgotten a password chooses a new one by mail, and nobody else does. */
@Tag("database")
@MicronautTest(transactional = false)
class PasswordResetTest extends ServerTest {

    private static final String NEW_PASSWORD = "a quiet new morning";
    private static final String SUBJECT = "Choose a new password";

    @Inject TurnableClock clock;

    @Override
    protected Map<String, String> configuration() {
        return Map.of("preflight.throttling.budgets.mail-network.burst", "1000");
    }

    @Test
    void choosesANewPasswordOnceAndEndsEverySession() {
        Person member = member();
        askForLink(member.email().toUpperCase(Locale.ROOT));
        Mailbox.Letter letter = mailbox(member).await(SUBJECT);
        assertThat(letter.page()).isEqualTo(Person.CLIENT_ORIGIN + "/reset-password");

        Person.Answer reset = reset(letter.token(), NEW_PASSWORD);

        assertThat(reset.status()).isEqualTo(204);
        assertThat(member.get("/api/authentication").status()).isEqualTo(401);
        assertThat(logIn(member, Person.PASSWORD).status()).isEqualTo(401);
        assertThat(logIn(member, NEW_PASSWORD).status()).isEqualTo(200);
        assertThat(reset(letter.token(), "another quiet one").problem()).isEqualTo("link-over");
        assertThat(logIn(member, NEW_PASSWORD).status()).isEqualTo(200);
        mailbox(member).await("Your password for Preflight was changed");
    }

    @Test
    void confirmsTheAddressBecauseTheMailWasRead() {
        Person member = member();
        assertThat(member.get("/api/account").body()).contains("\"emailConfirmed\":false");

        reset(link(member), NEW_PASSWORD);
        logIn(member, NEW_PASSWORD);

        assertThat(member.get("/api/account").body()).contains("\"emailConfirmed\":true");
    }

    @Test
    void makesAllOtherLinksOfTheAccountWorthless() {
        Person member = member();
        String confirmation = mailbox(member).await("Confirm your e-mail").token();
        askForLink(member.email());
        askForLink(member.email());
        List<Mailbox.Letter> letters = mailbox(member).await(2, SUBJECT);

        assertThat(reset(letters.getLast().token(), NEW_PASSWORD).status()).isEqualTo(204);

        assertThat(reset(letters.getFirst().token(), "another one").problem())
                .isEqualTo("link-over");
        assertThat(confirm(confirmation).problem()).isEqualTo("link-over");
    }

    @Test
    void keepsTheLinkOfWhoeverChoosesABadPassword() {
        Person member = member();
        String token = link(member);

        assertThat(reset(token, "password1").violatedFields()).containsExactly("newPassword");
        assertThat(reset(token, "short").violatedFields()).containsExactly("newPassword");
        assertThat(reset(token, member.email()).violatedFields()).containsExactly("newPassword");
        assertThat(reset(token, NEW_PASSWORD).status()).isEqualTo(204);
    }

    @Test
    void endsAfterHalfAnHour() {
        Person member = member();
        String token = link(member);
        String late = link(member, 2);

        clock.forward(Duration.ofMinutes(29));
        assertThat(reset(token, NEW_PASSWORD).status()).isEqualTo(204);
        String another = link(member, 3);
        clock.forward(Duration.ofMinutes(30));

        assertThat(reset(late, NEW_PASSWORD).problem()).isEqualTo("link-over");
        assertThat(reset(another, NEW_PASSWORD).problem()).isEqualTo("link-over");
    }

    @Test
    void admitsOneOfManyAtOnce() throws Exception {
        Person member = member();
        String token = link(member);
        List<Callable<Integer>> attempts = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            String password = "a quiet morning " + i;
            attempts.add(() -> reset(token, password).status());
        }

        List<Integer> statuses = new ArrayList<>();
        try (ExecutorService people = Executors.newFixedThreadPool(attempts.size())) {
            for (Future<Integer> status : people.invokeAll(attempts)) {
                statuses.add(status.get());
            }
        }

        assertThat(statuses).containsOnly(204, 400).containsOnlyOnce(204);
    }

    @Test
    void takesNoLinkOfAnotherPurpose() {
        Person member = member();
        String confirmation = mailbox(member).await("Confirm your e-mail").token();
        String reset = link(member);

        assertThat(reset(confirmation, NEW_PASSWORD).problem()).isEqualTo("link-over");
        assertThat(confirm(reset).problem()).isEqualTo("link-over");
        assertThat(confirm(confirmation).status()).isEqualTo(204);
        assertThat(reset(reset, NEW_PASSWORD).status()).isEqualTo(204);
    }

    @Test
    void takesNothingThatIsNoToken() {
        for (String nonsense : List.of("", "x", "%00", "\u0000", "a".repeat(15_000))) {
            assertThat(reset(nonsense, NEW_PASSWORD).problem()).isEqualTo("link-over");
            assertThat(confirm(nonsense).problem()).isEqualTo("link-over");
        }
    }

    @Test
    void keepsNoTokenInTheTable() {
        Person member = member();
        String token = link(member);

        assertThat(count("SELECT COUNT(*) FROM mail_token WHERE hash = ?", token)).isZero();
        assertThat(
                        count(
                                "SELECT COUNT(*) FROM mail_token WHERE hash = ?",
                                new Secret(token).hash()))
                .isEqualTo(1);
    }

    @Test
    void answersTheSameWhetherThereIsAnAccountAndMailsNobodyElse() {
        Person member = member();
        String nobody = UUID.randomUUID() + "@example.com";

        Person.Answer known = askForLink(member.email());
        Person.Answer unknown = askForLink(nobody);

        assertThat(unknown.status()).isEqualTo(known.status()).isEqualTo(202);
        assertThat(unknown.body()).isEqualTo(known.body()).isEmpty();
        mailbox(member).await(SUBJECT);
        assertThat(Mailbox.of(nobody, visitor()).letters("")).isEmpty();
    }

    @Test
    void floodsNoMailbox() {
        Person member = member();
        List<Integer> known = new ArrayList<>();
        List<Integer> unknown = new ArrayList<>();
        String nobody = UUID.randomUUID() + "@example.com";
        // The mail of the registration counts, too.
        askForLink(nobody);
        for (int i = 0; i < 6; i++) {
            known.add(askForLink(member.email()).status());
            unknown.add(askForLink(nobody.toUpperCase(Locale.ROOT)).status());
        }

        assertThat(known).isEqualTo(unknown).containsExactly(202, 202, 202, 202, 429, 429);
        Person.Answer refusal = askForLink(member.email());
        assertThat(refusal.problem()).isEqualTo("too-many-attempts");
        assertThat(Long.parseLong(refusal.header("Retry-After"))).isBetween(1L, 300L);

        clock.forward(Duration.ofMinutes(5));
        assertThat(askForLink(member.email()).status()).isEqualTo(202);
    }

    private Person.Answer askForLink(String email) {
        return visitor()
                .post("/api/account/password/reset-request", Json.write(Map.of("email", email)));
    }

    private String link(Person member) {
        return link(member, 1);
    }

    /** The newest of so many links. */
    private String link(Person member, int count) {
        assertThat(askForLink(member.email()).status()).isEqualTo(202);
        return mailbox(member).await(count, SUBJECT).getFirst().token();
    }

    private Mailbox mailbox(Person member) {
        return Mailbox.of(member.email(), visitor());
    }

    private Person.Answer reset(String token, String password) {
        return visitor()
                .post(
                        "/api/account/password/reset",
                        Json.write(Map.of("token", token, "newPassword", password)));
    }

    private Person.Answer confirm(String token) {
        return visitor().post("/api/account/email/confirm", Json.write(Map.of("token", token)));
    }

    private static Person.Answer logIn(Person member, String password) {
        return member.post(
                "/api/authentication/log-in",
                Json.write(Map.of("email", member.email(), "password", password)));
    }
}

package dev.preflight.accounts.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.preflight.testing.Json;
import dev.preflight.testing.Mailbox;
import dev.preflight.testing.Person;
import dev.preflight.testing.ServerTest;
import dev.preflight.testing.TurnableClock;

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

/** An address counts as somebody's when they have opened a link that was sent there. */
@Tag("database")
@MicronautTest(transactional = false)
class EmailConfirmationTest extends ServerTest {

    private static final String REGISTERED = "Confirm your e-mail address";
    private static final String CHANGED = "Confirm your new e-mail address";
    private static final String TOLD = "is about to change";

    @Inject TurnableClock clock;

    @Override
    protected Map<String, String> configuration() {
        return Map.of("preflight.throttling.budgets.mail-network.burst", "1000");
    }

    @Test
    void confirmsTheAddressOfARegistrationOnce() {
        Person member = member();
        Mailbox.Letter letter = mailbox(member.email()).await(REGISTERED);
        assertThat(letter.page()).isEqualTo(Person.CLIENT_ORIGIN + "/confirm-email");
        assertThat(letter.text()).doesNotContain("Test Person");
        assertThat(isConfirmed(member)).isFalse();

        assertThat(confirm(letter.token()).status()).isEqualTo(204);

        assertThat(isConfirmed(member)).isTrue();
        assertThat(confirm(letter.token()).problem()).isEqualTo("link-over");
    }

    @Test
    void endsAfterHalfAnHourAndIsSentAgain() {
        Person member = member();
        String late = mailbox(member.email()).await(REGISTERED).token();
        clock.forward(Duration.ofMinutes(30));
        member.post("/api/authentication/log-in", logIn(member.email()));

        assertThat(confirm(late).problem()).isEqualTo("link-over");
        assertThat(resend(member).status()).isEqualTo(202);

        String fresh = mailbox(member.email()).await(2, REGISTERED).getFirst().token();
        assertThat(confirm(fresh).status()).isEqualTo(204);
    }

    @Test
    void isNotSentAgainWithoutEnd() {
        Person member = member();
        mailbox(member.email()).await(REGISTERED);
        List<Integer> statuses = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            statuses.add(resend(member).status());
        }

        assertThat(statuses).containsExactly(202, 202, 202, 202, 429);
        assertThat(resend(member).header("Retry-After")).isNotEmpty();
        assertThat(resend(visitor()).status()).isEqualTo(401);
    }

    @Test
    void changesTheAddressWhenTheLinkIsOpened() {
        Person member = member();
        String newEmail = "New-" + UUID.randomUUID() + "@Example.com";

        assertThat(change(member, newEmail).status()).isEqualTo(202);

        assertThat(member.get("/api/account").text("email")).isEqualTo(member.email());
        assertThat(member.get("/api/account").text("pendingEmail")).isEqualTo(newEmail);
        assertThat(mailbox(member.email()).await(TOLD).text()).contains(newEmail);
        String token = mailbox(newEmail).await(CHANGED).token();
        assertThat(confirm(token).status()).isEqualTo(204);
        assertThat(member.get("/api/account").text("email")).isEqualTo(newEmail);
        assertThat(member.get("/api/account").body()).doesNotContain("pendingEmail");
        assertThat(isConfirmed(member)).isTrue();
        assertThat(confirm(token).problem()).isEqualTo("link-over");
        assertThat(logsIn(newEmail.toLowerCase(Locale.ROOT))).isTrue();
        assertThat(logsIn(member.email())).isFalse();
    }

    @Test
    void makesLinksToTheFormerAddressWorthless() {
        Person member = member();
        String newEmail = UUID.randomUUID() + "@example.com";
        String confirmation = mailbox(member.email()).await(REGISTERED).token();
        visitor()
                .post(
                        "/api/account/password/reset-request",
                        Json.write(Map.of("email", member.email())));
        String reset = mailbox(member.email()).await("Choose a new password").token();
        change(member, newEmail);

        confirm(mailbox(newEmail).await(CHANGED).token());

        assertThat(confirm(confirmation).problem()).isEqualTo("link-over");
        assertThat(
                        visitor()
                                .post(
                                        "/api/account/password/reset",
                                        Json.write(
                                                Map.of(
                                                        "token",
                                                        reset,
                                                        "newPassword",
                                                        "a quiet morning")))
                                .problem())
                .isEqualTo("link-over");
    }

    @Test
    void answersTheSameWhenTheAddressIsTakenAndTellsItsOwner() {
        Person owner = member();
        Person member = member();
        String free = UUID.randomUUID() + "@example.com";
        String taken = owner.email().toUpperCase(Locale.ROOT);

        Person.Answer toFree = change(member, free);
        Person.Answer toTaken = change(member, taken);

        assertThat(toTaken.status()).isEqualTo(toFree.status()).isEqualTo(202);
        assertThat(toTaken.body()).isEqualTo(toFree.body());
        assertThat(member.get("/api/account").text("pendingEmail")).isEqualTo(taken);
        mailbox(member.email()).await(2, TOLD);
        mailbox(owner.email()).await("already has a Preflight account");
        assertThat(mailbox(taken).letters(CHANGED)).isEmpty();
        assertThat(member.get("/api/account").text("email")).isEqualTo(member.email());
    }

    @Test
    void doesNotTakeAnAddressThatWasTakenMeanwhile() {
        Person member = member();
        String email = UUID.randomUUID() + "@example.com";
        change(member, email);
        String token = mailbox(email).await(CHANGED).token();
        visitor()
                .post(
                        "/api/authentication/register",
                        Json.write(
                                Map.of(
                                        "email",
                                        email.toUpperCase(Locale.ROOT),
                                        "name",
                                        "Faster",
                                        "password",
                                        Person.PASSWORD)));

        assertThat(confirm(token).problem()).isEqualTo("link-over");
        assertThat(member.get("/api/account").text("email")).isEqualTo(member.email());
    }

    @Test
    void changesTheLetterCaseOfOnesOwnAddress() {
        Person member = member();
        String upper = member.email().toUpperCase(Locale.ROOT);

        change(member, upper);

        confirm(mailbox(upper).await(CHANGED).token());
        assertThat(member.get("/api/account").text("email")).isEqualTo(upper);
    }

    @Test
    void onlyTheNewestWishCounts() {
        Person member = member();
        String first = UUID.randomUUID() + "@example.com";
        String second = UUID.randomUUID() + "@example.com";
        change(member, first);
        change(member, second);

        assertThat(confirm(mailbox(first).await(CHANGED).token()).problem()).isEqualTo("link-over");
        assertThat(member.get("/api/account").text("pendingEmail")).isEqualTo(second);
    }

    @Test
    void needsThePasswordAndAnotherAddress() {
        Person member = member();
        String newEmail = UUID.randomUUID() + "@example.com";

        assertThat(change(member, newEmail, "wrong").violatedFields()).containsExactly("password");
        assertThat(change(member, "nowhere", Person.PASSWORD).violatedFields())
                .containsExactly("email");
        assertThat(change(member, member.email(), Person.PASSWORD).violatedFields())
                .containsExactly("email");
        assertThat(member.get("/api/account").body()).doesNotContain("pendingEmail");
    }

    private Person.Answer change(Person member, String email) {
        return change(member, email, Person.PASSWORD);
    }

    private static Person.Answer change(Person member, String email, String password) {
        return member.post(
                "/api/account/email", Json.write(Map.of("email", email, "password", password)));
    }

    private static Person.Answer resend(Person member) {
        return member.send("POST", "/api/account/email/confirmation", null);
    }

    private Person.Answer confirm(String token) {
        return visitor().post("/api/account/email/confirm", Json.write(Map.of("token", token)));
    }

    private static boolean isConfirmed(Person member) {
        return "true".equals(member.get("/api/account").text("emailConfirmed"));
    }

    private boolean logsIn(String email) {
        return visitor().post("/api/authentication/log-in", logIn(email)).status() == 200;
    }

    private static String logIn(String email) {
        return Json.write(Map.of("email", email, "password", Person.PASSWORD));
    }

    private Mailbox mailbox(String address) {
        return Mailbox.of(address, visitor());
    }
}

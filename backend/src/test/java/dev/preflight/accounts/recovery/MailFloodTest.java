package dev.preflight.accounts.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.preflight.testing.Json;
import dev.preflight.testing.Mailbox;
import dev.preflight.testing.Person;
import dev.preflight.testing.ServerTest;

import io.micronaut.test.extensions.junit5.annotation.MicronautTest;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/** Nobody has somebody else's mailbox filled, however they write its address. */
@Tag("database")
@MicronautTest(transactional = false)
class MailFloodTest extends ServerTest {

    private static final String REGISTERED = "Confirm your e-mail address";
    private static final int PER_NETWORK = 12;
    private static final int PER_MAILBOX = 3;

    @Override
    protected Map<String, String> configuration() {
        return Map.of(
                "preflight.mail.threads", "1",
                "preflight.throttling.budgets.mail-address.burst", Integer.toString(PER_MAILBOX),
                "preflight.throttling.budgets.mail-address.refill", "1d",
                "preflight.throttling.budgets.mail-network.burst", Integer.toString(PER_NETWORK),
                "preflight.throttling.budgets.mail-network.refill", "1d",
                "preflight.web.proxies.trusted", "127.0.0.1");
    }

    @Test
    void countsTaggedAddressesAsOneMailbox() {
        String network = "192.0.2.1";
        String name = "victim-" + UUID.randomUUID();
        for (int i = 1; i <= PER_MAILBOX + 2; i++) {
            register(name + "+" + i + "@example.com", network);
        }

        Person.Answer refusal =
                requestReset(name.toUpperCase(Locale.ROOT) + "@Example.com", network);
        assertThat(refusal.status()).isEqualTo(429);
        awaitAllMails();
        assertThat(mails(name + "+" + PER_MAILBOX + "@example.com")).isEqualTo(1);
        assertThat(mails(name + "+" + (PER_MAILBOX + 1) + "@example.com")).isZero();
    }

    @Test
    void countsTheMailsOfRegistrationsAgainstTheirNetwork() {
        String network = "192.0.2.2";
        String run = UUID.randomUUID().toString();
        for (int i = 1; i <= PER_NETWORK + 2; i++) {
            register("person-" + i + "-" + run + "@example.com", network);
        }

        assertThat(requestReset(run + "@example.com", network).status()).isEqualTo(429);
        assertThat(requestReset(run + "@example.com", "192.0.2.3").status()).isEqualTo(202);
        awaitAllMails();
        assertThat(mails("person-" + PER_NETWORK + "-" + run + "@example.com")).isEqualTo(1);
        assertThat(mails("person-" + (PER_NETWORK + 1) + "-" + run + "@example.com")).isZero();
    }

    /** Mails are sent one after the other, so that one which is there tells of those before it. */
    private void awaitAllMails() {
        String last = UUID.randomUUID() + "@example.com";
        register(last, "192.0.2.4");
        Mailbox.of(last, visitor()).await(REGISTERED);
    }

    private int mails(String address) {
        return Mailbox.of(address, visitor()).letters(REGISTERED).size();
    }

    private void register(String email, String network) {
        Person.Answer answer =
                visitor()
                        .post(
                                "/api/authentication/register",
                                Json.write(
                                        Map.of(
                                                "email",
                                                email,
                                                "name",
                                                "Test Person",
                                                "password",
                                                Person.PASSWORD)),
                                "X-Forwarded-For",
                                network);
        assertThat(answer.status()).isEqualTo(201);
    }

    private Person.Answer requestReset(String email, String network) {
        return visitor()
                .post(
                        "/api/account/password/reset-request",
                        Json.write(Map.of("email", email)),
                        "X-Forwarded-For",
                        network);
    }
}

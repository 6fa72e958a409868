package dev.preflight.accounts.mail;

import static org.assertj.core.api.Assertions.assertThat;

import dev.preflight.testing.Json;
import dev.preflight.testing.Person;
import dev.preflight.testing.ServerLog;
import dev.preflight.testing.ServerTest;

import io.micronaut.test.extensions.junit5.annotation.MicronautTest;

import jakarta.inject.Inject;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;

import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;

/** Mails as a mail server gets them. */
@Tag("database")
@MicronautTest(transactional = false)
class SmtpTest extends ServerTest {

    @Inject Mails mails;

    private final SmtpServer smtp = start();

    @Override
    protected Map<String, String> configuration() {
        return Map.of(
                "preflight.mail.url", "smtp://user:s%40cret@localhost:" + smtp.port(),
                "preflight.mail.from", "Préflight <no-reply@example.com>",
                "preflight.mail.threads", "1",
                "preflight.mail.attempts", "3",
                "preflight.mail.first-retry", "10ms");
    }

    @AfterAll
    void stop() throws IOException {
        smtp.close();
    }

    @Test
    void mailsWhoeverRegisters() throws Exception {
        Person member = member();

        SmtpServer.Received received = smtp.next();

        assertThat(received.recipient()).isEqualTo(member.email());
        assertThat(received.credentials()).isEqualTo("user s@cret");
        MimeMessage message = parse(received);
        assertThat(message.getSubject()).isEqualTo("Confirm your e-mail address for Preflight");
        assertThat(message.getFrom()[0].toString()).contains("<no-reply@example.com>");
        assertThat(message.getContentType()).isEqualTo("text/plain; charset=UTF-8");
        assertThat(message.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        assertThat(message.getMessageID()).endsWith("@example.com>");
        assertThat(message.getContent().toString())
                .contains(Person.CLIENT_ORIGIN + "/confirm-email#token=");
    }

    @Test
    void keepsEveryCharacter() throws Exception {
        mails.send(new Mail("ada@example.com", "Ünïcödé 🔑", "Grüße,\n.\n🔑\n"));

        MimeMessage message = parse(smtp.next());

        assertThat(message.getSubject()).isEqualTo("Ünïcödé 🔑");
        assertThat(message.getContent().toString().replace("\r\n", "\n"))
                .isEqualTo("Grüße,\n.\n🔑\n");
    }

    @Test
    void triesAgainWhatIsRefusedForNow() throws Exception {
        smtp.refuse("451 try later", "421 busy");

        mails.send(new Mail("ada@example.com", "Patience", "Text"));

        assertThat(parse(smtp.next()).getSubject()).isEqualTo("Patience");
        smtp.awaitRefusals(2);
    }

    @Test
    void givesUpWhatIsRefusedForGoodOrTooOften() throws Exception {
        smtp.refuse("550 nobody is here");
        mails.send(new Mail("nobody@example.com", "In vain", "Text"));
        mails.send(new Mail("ada@example.com", "First", "Text"));
        assertThat(parse(smtp.next()).getSubject()).isEqualTo("First");
        smtp.awaitRefusals(1);

        smtp.refuse("451 later", "451 later", "451 later");
        mails.send(new Mail("busy@example.com", "In vain", "Text"));
        smtp.awaitRefusals(3);
        mails.send(new Mail("ada@example.com", "Second", "Text"));
        assertThat(parse(smtp.next()).getSubject()).isEqualTo("Second");
        assertThat(smtp.attemptsAt("nobody@example.com")).isEqualTo(1);
        assertThat(smtp.attemptsAt("busy@example.com")).isEqualTo(3);
    }

    @Test
    void namesTheVeryMailboxThatWasTyped() throws Exception {
        String local = "!#$%&'*+-/=?^_`{|}~" + UUID.randomUUID();
        Person.Answer registered =
                visitor()
                        .post(
                                "/api/authentication/register",
                                Json.write(
                                        Map.of(
                                                "email",
                                                local + "@Example.com",
                                                "name",
                                                "Ada",
                                                "password",
                                                Person.PASSWORD)));
        assertThat(registered.status()).isEqualTo(201);

        assertThat(smtp.next().recipient()).isEqualTo(local + "@Example.com");
        assertThat(smtp.recipientLines()).contains("RCPT TO:<" + local + "@Example.com>");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "paweł@example.com",
                "ada@exаmple.com",
                "ada@example.com\r\nRCPT TO:<eve@example.com>",
                "ada\u0001@example.com",
                "ada@@example.com",
                "ada example.com",
                "",
            })
    void triesNoAddressThatOtherLettersWouldMakeOf(String address) throws Exception {
        int before = smtp.recipientLines().size();
        try (ServerLog log = ServerLog.listen()) {
            mails.send(new Mail(address, "In vain", "Text"));
            mails.send(new Mail("ada@example.com", "First", "Text"));
            assertThat(parse(smtp.next()).getSubject()).isEqualTo("First");

            assertThat(smtp.recipientLines().subList(before, smtp.recipientLines().size()))
                    .containsExactly("RCPT TO:<ada@example.com>");
            assertThat(log.lines())
                    .hasSize(1)
                    .first(InstanceOfAssertFactories.STRING)
                    .startsWith("WARN Mail[In vain] was not sent, after 1 attempts: ")
                    .doesNotContain("example");
        }
    }

    @Test
    void hasNoOutbox() {
        assertThat(visitor().get("/api/outbox").status()).isEqualTo(404);
    }

    private static MimeMessage parse(SmtpServer.Received received) throws MessagingException {
        return new MimeMessage(
                (Session) null,
                new ByteArrayInputStream(received.message().getBytes(StandardCharsets.ISO_8859_1)));
    }

    private static SmtpServer start() {
        try {
            return new SmtpServer();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}

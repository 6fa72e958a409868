package dev.preflight.accounts.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.micronaut.context.exceptions.ConfigurationException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Duration;
import java.util.Properties;

class MailServerTest {

    private static final String FROM = "Preflight <no-reply@example.com>";

    @Test
    void readsServerCredentialsAndSender() {
        MailServer server =
                MailServer.of(settings("smtp://us%40er:p%3Aa+ss%2F@mail.example.com:2525", FROM));

        assertThat(server.host()).isEqualTo("mail.example.com");
        assertThat(server.port()).isEqualTo(2525);
        assertThat(server.credentials()).isEqualTo(new MailServer.Credentials("us@er", "p:a+ss/"));
        assertThat(server.from().getAddress()).isEqualTo("no-reply@example.com");
        assertThat(server.from().getPersonal()).isEqualTo("Preflight");
    }

    @Test
    void keepsCredentialsToItself() {
        MailSettings settings = settings("smtp://user:secret@mail.example.com", FROM);

        assertThat(settings.toString() + MailServer.of(settings)).doesNotContain("secret");
    }

    @ParameterizedTest
    @CsvSource({
        "smtp://mail.example.com,   587, false, true",
        "smtps://mail.example.com,  465, true,  false",
        "SMTPS://mail.example.com/, 465, true,  false",
        "smtp://localhost:1025,     1025, false, false",
        "smtp://127.0.0.1:1025,     1025, false, false",
        "smtp://[::1]:1025,         1025, false, false",
        "smtp://localhost.example.com, 587, false, true",
        "smtp://127.0.0.1.example.com, 587, false, true",
    })
    void speaksTlsWithEveryServerButOneOnThisMachine(
            String url, String port, String implicitTls, String startTls) {
        Properties properties = MailServer.of(settings(url, FROM)).toProperties();

        assertThat(properties)
                .containsEntry("mail.smtp.port", port)
                .containsEntry("mail.smtp.ssl.enable", implicitTls)
                .containsEntry("mail.smtp.starttls.required", startTls)
                .containsEntry("mail.smtp.ssl.checkserveridentity", "true");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mail.example.com",
                "mail.example.com:587",
                "smtp:mail.example.com",
                "smtp://",
                "smtp://user:pa ss@mail.example.com",
                "smtp://user:p@ss@mail.example.com",
                "smtp://user:pass@mail.example.com/path",
                "smtp://user:pass@mail.example.com?tls=off",
                "smtp://user:pass@mail.example.com:port",
                "http://user:pass@mail.example.com",
                "smtp://user@mail.example.com",
                "smtp://:pass@mail.example.com",
                "smtp://user:%zz@mail.example.com",
            })
    void refusesAUrlThatMakesNoSenseWithoutRepeatingIt(String url) {
        assertThat(catchThrowable(() -> MailServer.of(settings(url, FROM))))
                .isInstanceOf(ConfigurationException.class)
                .hasNoCause()
                .hasMessageStartingWith("PREFLIGHT_MAIL_URL ")
                .hasMessageContaining("write ")
                .extracting(Throwable::getMessage)
                .asString()
                .doesNotContain("pass@", "pa ss", "p@ss", "user@");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "nobody",
                "a@example.com, b@example.com",
                "Preflight",
                "<>",
                "a@example.com\nBcc: b@example.com",
                "Paweł <paweł@example.com>",
            })
    void refusesASenderThatIsNotOneAddress(String from) {
        assertThat(catchThrowable(() -> MailServer.of(settings("smtp://localhost", from))))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageStartingWith("PREFLIGHT_MAIL_FROM is ")
                .hasMessageContaining("write the address");
    }

    private static MailSettings settings(String url, String from) {
        return new MailSettings(url, from, 5, Duration.ofSeconds(2), 2, 1000, 100);
    }
}

package dev.preflight.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.preflight.accounts.passwords.PasswordHasher;
import dev.preflight.testing.Person;
import dev.preflight.testing.PublicServer;
import dev.preflight.web.Overloaded;

import io.micronaut.context.ApplicationContext;
import io.micronaut.context.exceptions.ConfigurationException;
import io.micronaut.runtime.server.EmbeddedServer;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** What a stolen hash costs whoever guesses at it, which other tests turn down. */
class PasswordCostTest {

    @TempDir Path data;

    @Test
    void isOwaspsUnlessConfigured() {
        Map<String, Object> necessary =
                Map.of(
                        "preflight.data-directory",
                        data.toString(),
                        "preflight.public-url",
                        "http://localhost:8080",
                        "micronaut.server.port",
                        -1,
                        "micronaut.server.cors.configurations.client.allowed-origins",
                        Person.CLIENT_ORIGIN);
        try (ApplicationContext context =
                ApplicationContext.builder(necessary).deduceEnvironment(false).start()) {
            EmbeddedServer server = context.getBean(EmbeddedServer.class).start();
            String email = Person.registeredAt(server.getURI()).email();

            assertThat(context.getBean(AccountRepository.class).findByEmailKey(email))
                    .hasValueSatisfying(
                            account ->
                                    assertThat(account.passwordHash())
                                            .startsWith("$argon2id$v=19$m=19456,t=2,p=1$"));
        }
    }

    /**
     * Where nothing is hashed, an address without an account would be told by the time it takes.
     */
    @Test
    void isTheSameWhereThereIsNoAccount() {
        try (ApplicationContext context =
                ApplicationContext.run(
                        Map.of("preflight.data-directory", data.toString()), "test")) {
            Accounts accounts = context.getBean(Accounts.class);
            context.destroyBean(context.getBean(PasswordHasher.class));

            assertThatExceptionOfType(Overloaded.class)
                    .isThrownBy(() -> accounts.authenticate("nobody@example.com", "wrong"));
        }
    }

    @ParameterizedTest
    @CsvSource({"memory-kib, 19455, 19456", "iterations, 1, 2"})
    void isNeverLessWhereTheServerIsPublic(String setting, String given, String least) {
        Map<String, Object> configuration = new HashMap<>(PublicServer.settings());
        configuration.put("preflight.accounts.hashing-" + setting, given);
        configuration.put("preflight.data-directory", data.toString());

        Throwable failure =
                catchThrowable(() -> ApplicationContext.run(configuration, "test").close());

        assertThat(failure)
                .rootCause()
                .isInstanceOf(ConfigurationException.class)
                .message()
                .endsWith(
                        " is %s: whoever steals the hashes of a public server would soon guess the passwords, so write %s or more."
                                .formatted(given, least));
    }
}

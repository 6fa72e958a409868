package dev.preflight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import io.micronaut.context.ApplicationContext;
import io.micronaut.context.env.MapPropertySource;
import io.micronaut.runtime.server.EmbeddedServer;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * What the variables of the environment do, and what is said of those that make no sense or are not
 * safe: one of each kind, the others are tested where they are read.
 */
class ConfigurationTest {

    private static final String LONG_SECRET = "0123456789abcdef0123456789abcdef";

    @TempDir Path data;

    @Test
    void startsWithoutAnyVariable() {
        assertThat(explanation(Map.of())).isEqualTo("it started");
    }

    @Test
    void startsInPublicWithHttpsAndAKey() {
        Map<String, String> variables =
                Map.of(
                        "PREFLIGHT_PUBLIC_URL", "https://api.example.com",
                        "PREFLIGHT_CLIENT_ORIGINS", "https://app.example.com",
                        "PREFLIGHT_JWT_SECRET", LONG_SECRET);

        assertThat(explanation(variables)).isEqualTo("it started");
    }

    @Test
    void startsWithAMailServerThatCannotBeReached() {
        assertThat(
                        explanation(
                                Map.of(
                                        "PREFLIGHT_MAIL_URL", "smtps://u:password=x@localhost:1",
                                        "PREFLIGHT_MAIL_FROM", "no-reply@example.com")))
                .isEqualTo("it started");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    PREFLIGHT_DATABASE_URL=jdbc:postgresql://localhost:1/none?password=x | The database jdbc:postgresql://localhost:1/none cannot be used
                    PREFLIGHT_JWT_SECRET=aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa | PREFLIGHT_JWT_SECRET has too few distinct characters (1), and a key that cannot be guessed
                    PREFLIGHT_PROXY_HEADER=X-Real-IP             | PREFLIGHT_PROXY_HEADER is X-Real-IP: write X-Forwarded-For or Forwarded
                    PREFLIGHT_MAIL_URL=smtp://u:password=x@mail, PREFLIGHT_MAIL_FROM=nobody | PREFLIGHT_MAIL_FROM is not one e-mail address
                    MICRONAUT_SERVER_PORT=80000                  | MICRONAUT_SERVER_PORT is 80000: write a port from 1 to 65535.
                    PREFLIGHT_PUBLIC_URL=http://api.example.com  | PREFLIGHT_PUBLIC_URL is http://api.example.com: a server that others can reach needs https
                    PREFLIGHT_PUBLIC_URL=https://api.example.com | PREFLIGHT_JWT_SECRET is missing
                    PREFLIGHT_PUBLIC_URL=https://api.example.com, PREFLIGHT_JWT_SECRET=0123456789abcdef0123456789abcdef, PREFLIGHT_ACCOUNTS_HASHING_MEMORY_KIB=64 | PREFLIGHT_ACCOUNTS_HASHING_MEMORY_KIB is 64: whoever steals
                    PREFLIGHT_PUBLIC_URL=https://api.example.com, MICRONAUT_ENVIRONMENTS=dev | Its configuration has 2 mistakes:
                    MICRONAUT_SERVER_HOST=0.0.0.0                | micronaut.server.host is 0.0.0.0
                    MICRONAUT_SERVER_CORS_CONFIGURATIONS_WEB_MAX_AGE=5 | MICRONAUT_SERVER_CORS_CONFIGURATIONS_WEB_MAX_AGE is set: Micronaut makes of it entries that name no origins
                    PREFLIGHT_LAB_ENABLED=true, PREFLIGHT_LAB_INITIATOR_PORT=70000 | PREFLIGHT_LAB_INITIATOR_PORT is 70000: write a port from 1 to 65535, or 0 for any free one.
                    PREFLIGHT_LAB_ENABLED=true, PREFLIGHT_LAB_INITIATOR_PORT=8080, MICRONAUT_SERVER_PORT=8080 | PREFLIGHT_LAB_INITIATOR_PORT is 8080, which is the server's own port: write another one
                    """)
    void explainsWhyItDoesNotStart(String variables, String explanation) {
        Map<String, String> environment = new HashMap<>();
        for (String variable : variables.split(", ", -1)) {
            String[] parts = variable.split("=", 2);
            environment.put(parts[0], parts[1]);
        }

        assertThat(explanation(environment)).startsWith(explanation).doesNotContain("password=x");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    A_HOST=0.0.0.0   | micronaut.server.netty.listeners.a.host is 0.0.0.0
                    A_PORT=21011     | micronaut.server.netty.listeners.a.host is missing
                    A_FAMILY=UNIX    | micronaut.server.netty.listeners.a.family is UNIX
                    A_FD=3           | micronaut.server.netty.listeners.a.fd is 3
                    """)
    void startsNoListenerAtHomeThatOthersCouldReach(String variable, String mistake) {
        String[] parts = variable.split("=", 2);

        assertThat(explanation(Map.of("MICRONAUT_SERVER_NETTY_LISTENERS_" + parts[0], parts[1])))
                .contains(mistake + ": PREFLIGHT_PUBLIC_URL says that this server is at home");
    }

    @Test
    void saysThatThePortIsTaken() throws IOException {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            String port = Integer.toString(other.getLocalPort());

            assertThat(explanation(Map.of("MICRONAUT_SERVER_PORT", port)))
                    .startsWith("Port " + port + " is taken: stop");
        }
    }

    /** H2 minds a lock of its own process as it does another's. */
    @Test
    void saysThatAnotherProcessHoldsTheDatabase() throws IOException {
        Path file = data.resolve("preflight.mv.db");
        try (FileChannel other = FileChannel.open(file, CREATE, WRITE);
                FileLock lock = other.lock()) {
            assertThat(lock.isValid()).isTrue();
            assertThat(explanation(Map.of()))
                    .startsWith("The database file " + file + " is in use by another process");
        }
    }

    @Test
    void saysThatThePortOfTheLabsPageIsTaken() throws IOException {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            String port = Integer.toString(other.getLocalPort());
            Map<String, String> taken = Map.of("PREFLIGHT_LAB_INITIATOR_PORT", port);
            Map<String, String> needed = new HashMap<>(taken);
            needed.put("PREFLIGHT_LAB_ENABLED", "true");

            assertThat(explanation(taken)).isEqualTo("it started");
            assertThat(explanation(needed))
                    .isEqualTo(
                            "Port %s is taken, which the Lab's page is to have: stop the program that listens there, or choose another port with PREFLIGHT_LAB_INITIATOR_PORT."
                                    .formatted(port));
        }
    }

    @Test
    void namesEveryMistakeAtOnceEachWithTheLineToWriteInstead() {
        Map<String, String> variables =
                Map.of(
                        "PREFLIGHT_CLIENT_ORIGINS",
                        "https://App.example.com/, http://localhost:5173",
                        "PREFLIGHT_COOKIE_SAME_SITE",
                        "Never",
                        "PREFLIGHT_TRUSTED_PROXIES",
                        "proxy.example.com");

        assertThat(explanation(variables))
                .isEqualTo(
                        """
                        Its configuration has 4 mistakes:
                          1. PREFLIGHT_CLIENT_ORIGINS has https://App.example.com/: browsers send\
                         https://app.example.com, and origins are compared byte for byte. Write\
                         PREFLIGHT_CLIENT_ORIGINS=https://app.example.com,http://localhost:5173.
                          2. PREFLIGHT_CLIENT_ORIGINS has " http://localhost:5173": browsers send\
                         http://localhost:5173, and origins are compared byte for byte. Write\
                         PREFLIGHT_CLIENT_ORIGINS=https://app.example.com,http://localhost:5173.
                          3. PREFLIGHT_COOKIE_SAME_SITE is Never: browsers know Lax, Strict and None.\
                         Write PREFLIGHT_COOKIE_SAME_SITE=Lax.
                          4. PREFLIGHT_TRUSTED_PROXIES is proxy.example.com: it is no IP address, and\
                         a name could be made to point elsewhere. Write\
                         PREFLIGHT_TRUSTED_PROXIES=10.0.0.5 or a range such as 10.0.0.0/24.\
                        """);
    }

    @Test
    void saysThatAClientOfAnotherSiteCouldNeverLogIn() {
        assertThat(explanation(Map.of("PREFLIGHT_CLIENT_ORIGINS", "http://127.0.0.1:5173")))
                .startsWith(
                        "PREFLIGHT_COOKIE_SAME_SITE is Lax: http://127.0.0.1:5173 is on another"
                                + " site than http://localhost:8080 (127.0.0.1 and localhost)")
                .contains("Write PREFLIGHT_COOKIE_SAME_SITE=None");
        assertThat(
                        explanation(
                                Map.of(
                                        "PREFLIGHT_CLIENT_ORIGINS",
                                        "http://127.0.0.1:5173",
                                        "PREFLIGHT_COOKIE_SAME_SITE",
                                        "None")))
                .isEqualTo("it started");
    }

    @Test
    void doesNotPublishADatabaseOfTheDevelopmentEnvironment() {
        assertThat(explanation(Map.of("MICRONAUT_ENVIRONMENTS", "dev"))).isEqualTo("it started");

        assertThat(
                        explanation(
                                Map.of(
                                        "PREFLIGHT_PUBLIC_URL",
                                        "https://api.example.com",
                                        "PREFLIGHT_JWT_SECRET",
                                        LONG_SECRET)))
                .startsWith("The database holds the demo account demo@example.com");
    }

    @Test
    void refusesAKeyFileThatIsTooShort() throws IOException {
        Files.writeString(data.resolve("jwt-secret"), "abc");

        assertThat(explanation(Map.of()))
                .contains("jwt-secret has 3 bytes", "delete the file, and a new key is made");
    }

    private String explanation(Map<String, String> variables) {
        Map<String, Object> environment = new HashMap<>();
        environment.put("PREFLIGHT_PUBLIC_URL", "http://localhost:8080");
        environment.put("MICRONAUT_SERVER_PORT", "-1");
        environment.putAll(variables);
        environment.put("PREFLIGHT_DATA_DIRECTORY", data.toString());
        boolean dev = "dev".equals(variables.get("MICRONAUT_ENVIRONMENTS"));
        try (ApplicationContext context =
                ApplicationContext.builder(dev ? new String[] {"dev"} : new String[0])
                        .deduceEnvironment(false)
                        .propertySources(new Variables(environment))
                        .build()) {
            Throwable failure =
                    catchThrowable(() -> context.start().getBean(EmbeddedServer.class).start());
            return failure == null
                    ? "it started"
                    : String.valueOf(StartFailure.explain(failure, context.getEnvironment()));
        }
    }

    /** A map that is read as the environment's variables are. */
    private static final class Variables extends MapPropertySource {

        Variables(Map<String, Object> values) {
            super("variables", values);
        }

        @Override
        public PropertyConvention getConvention() {
            return PropertyConvention.ENVIRONMENT_VARIABLE;
        }
    }
}

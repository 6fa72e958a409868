package dev.preflight.process;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** Whoever starts the server wrongly reads one sentence on what to do, and no stack. */
class StartFailureTest {

    @TempDir Path data;

    @Test
    void saysThatThePortIsTaken() throws Exception {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            String port = Integer.toString(other.getLocalPort());

            assertFails("Port " + port + " is taken: stop", Map.of("MICRONAUT_SERVER_PORT", port));
        }
    }

    @Test
    void saysThatAnotherProcessHoldsTheDatabase() throws Exception {
        Map<String, String> environment = Map.of("PREFLIGHT_DATA_DIRECTORY", data.toString());
        try (ServerProcess first = ServerProcess.start(environment).ready()) {
            assertThat(first.address()).isNotNull();

            assertFails("The database file " + data + "/preflight.mv.db is in use", Map.of());
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    PREFLIGHT_DATABASE_URL | jdbc:postgresql://localhost:1/none | The database jdbc:postgresql://localhost:1/none cannot be used
                    PREFLIGHT_DATABASE_URL | mysql://localhost/x        | PREFLIGHT_DATABASE_URL is mysql://localhost/x
                    PREFLIGHT_JWT_SECRET   | too short                  | PREFLIGHT_JWT_SECRET has 9 bytes
                    PREFLIGHT_PUBLIC_URL   | nonsense                   | PREFLIGHT_PUBLIC_URL is nonsense
                    PREFLIGHT_PUBLIC_URL   | http://api.example.com     | PREFLIGHT_PUBLIC_URL is http://api.example.com: a server that others can reach needs https
                    PREFLIGHT_PUBLIC_URL   | https://api.example.com    | PREFLIGHT_JWT_SECRET is missing
                    MICRONAUT_SERVER_HOST  | 0.0.0.0                    | micronaut.server.host is 0.0.0.0
                    MICRONAUT_SERVER_CORS_CONFIGURATIONS_WEB_MAX_AGE | 5 | micronaut.server.cors.configurations.web names no exact origins
                    PREFLIGHT_COOKIE_SAME_SITE | Sometimes              | PREFLIGHT_COOKIE_SAME_SITE is Sometimes
                    """)
    void saysWhatIsWrongWithTheConfiguration(String variable, String value, String sentence)
            throws Exception {
        assertFails(sentence, Map.of(variable, value));
    }

    private void assertFails(String sentence, Map<String, String> environment) throws Exception {
        Map<String, String> complete = new HashMap<>(environment);
        complete.put("PREFLIGHT_DATA_DIRECTORY", data.toString());
        try (ServerProcess server = ServerProcess.start(complete)) {
            String output = server.failure();

            assertThat(output.strip().lines())
                    .as(output)
                    .singleElement()
                    .asString()
                    .startsWith("Preflight could not start. " + sentence);
            assertThat(server.exitValue()).isEqualTo(1);
        }
    }
}

package dev.preflight.process;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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

    @Test
    void saysWhatIsWrongWithTheConfiguration() throws Exception {
        assertFails(
                "PREFLIGHT_JWT_SECRET has 9 bytes", Map.of("PREFLIGHT_JWT_SECRET", "too short"));
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

package dev.preflight.process;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.Map;

/** Whoever starts the server wrongly reads one sentence on what to do, and no stack. */
class FailedStartTest {

    @TempDir Path data;

    @Test
    void printsOneSentenceAndEndsTheProcess() throws Exception {
        Map<String, String> environment =
                Map.of(
                        "PREFLIGHT_DATA_DIRECTORY",
                        data.toString(),
                        "PREFLIGHT_JWT_SECRET",
                        "too short");
        try (ServerProcess server = ServerProcess.start(environment)) {
            String output = server.failure();

            assertThat(output.strip().lines())
                    .as(output)
                    .singleElement()
                    .asString()
                    .startsWith("Preflight could not start. PREFLIGHT_JWT_SECRET has 9 bytes");
            assertThat(server.exitValue()).isEqualTo(1);
        }
    }
}

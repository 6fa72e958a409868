package dev.preflight;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Objects;

class OpenApiTest {

    @Test
    void theClientsCopyIsTheDocumentThatTheCompilerGenerated() throws IOException {
        try (InputStream stream =
                Objects.requireNonNull(
                        getClass().getResourceAsStream("/META-INF/swagger/openapi.yml"))) {
            String generated = new String(stream.readAllBytes(), StandardCharsets.UTF_8);

            assertThat(Path.of("../frontend/openapi.yaml"))
                    .as("The API has changed: run mvn -Papi, and commit what it renews.")
                    .hasContent(generated);
        }
    }
}

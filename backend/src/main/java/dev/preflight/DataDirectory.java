package dev.preflight;

import io.micronaut.context.ApplicationContextBuilder;
import io.micronaut.context.ApplicationContextConfigurer;
import io.micronaut.context.annotation.ContextConfigurer;

import org.jspecify.annotations.Nullable;

import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.Map;

/**
 * Finds where the server keeps its data unless told otherwise: {@code data} in the root of the
 * repository that it was built in, however it was started, or else in the current folder.
 */
@ContextConfigurer
public final class DataDirectory implements ApplicationContextConfigurer {

    @Override
    public void configure(ApplicationContextBuilder builder) {
        builder.properties(
                Map.of("preflight.default.data-directory", root().resolve("data").toString()));
    }

    private static Path root() {
        for (Path folder = codeLocation(); folder != null; folder = folder.getParent()) {
            if (Files.exists(folder.resolve("backend/pom.xml"))) {
                return folder;
            }
        }
        return Path.of("").toAbsolutePath();
    }

    private static @Nullable Path codeLocation() {
        CodeSource source = DataDirectory.class.getProtectionDomain().getCodeSource();
        try {
            return source == null ? null : Path.of(source.getLocation().toURI());
        } catch (URISyntaxException | IllegalArgumentException notAFile) {
            return null;
        }
    }
}

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;

/** Compiles the API and starts it. */
final class ApiServer {

    private static final boolean WINDOWS = System.getProperty("os.name").startsWith("Windows");

    private final Path root;
    private final Path maven;
    private final String localRepository;
    private final String classpath;

    ApiServer(Path root, Path maven, String localRepository, String classpath) {
        this.root = root;
        this.maven = maven;
        this.localRepository = localRepository;
        // Without the client of an earlier build: in development, Vite alone serves the client.
        var builtClient = root.resolve("frontend/target").toString();
        this.classpath =
                Arrays.stream(classpath.split(File.pathSeparator))
                        .filter(entry -> !entry.startsWith(builtClient))
                        .collect(Collectors.joining(File.pathSeparator));
    }

    Process start() throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "--enable-native-access=ALL-UNNAMED",
                        "-Dmicronaut.environments=dev",
                        "-Dlogback.configurationFile=logback-dev.xml",
                        "-classpath",
                        classpath,
                        "dev.preflight.Application")
                .directory(root.toFile())
                .inheritIO()
                .start();
    }

    /** Compiles as every build does, so that what runs here does not fail there. */
    boolean compile() throws IOException, InterruptedException {
        var compilation =
                new ProcessBuilder(
                                maven.resolve(WINDOWS ? "bin/mvn.cmd" : "bin/mvn").toString(),
                                "--batch-mode",
                                "--quiet",
                                "--offline",
                                "--projects=backend",
                                "--also-make",
                                "-Dmaven.repo.local=" + localRepository,
                                "compile")
                        .directory(root.toFile())
                        .redirectErrorStream(true)
                        .start();
        try (var output = compilation.inputReader()) {
            // After that line, Maven speaks of itself.
            output.lines()
                    .takeWhile(line -> !line.contains("To see the full stack trace"))
                    .filter(line -> line.startsWith("["))
                    .forEach(System.out::println);
            output.lines().forEach(line -> {});
        }
        return compilation.waitFor() == 0;
    }

    Sources sources() throws IOException {
        return Sources.in(root.resolve("backend/src/main"));
    }
}

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;

/**
 * Formats all sources, or names those that are not formatted, as the one argument says, an option
 * of google-java-format; unless none changed since it found them all formatted.
 */
final class Format {

    private static final Path FORMATTED = Path.of("target", "formatted");

    /** Names the formatter's version. */
    private static final Path PARENT = Path.of("..", "pom.xml");

    private Format() {}

    public static void main(String[] arguments) throws IOException {
        List<Path> sources;
        try (Stream<Path> files = Files.walk(Path.of("src"))) {
            sources = files.filter(file -> file.toString().endsWith(".java")).toList();
        }
        if (isOlderThanTheLastCheck(PARENT)
                && sources.stream().allMatch(Format::isOlderThanTheLastCheck)) {
            return;
        }
        List<String> command = new ArrayList<>(List.of("--aosp", arguments[0]));
        sources.forEach(source -> command.add(source.toString()));
        StringWriter found = new StringWriter();
        PrintWriter output = new PrintWriter(found);
        ToolProvider.findFirst("google-java-format")
                .orElseThrow()
                .run(output, output, command.toArray(String[]::new));
        if (!found.toString().isEmpty()) {
            System.err.print("Not formatted, run mvn -Pformat:%n%s".formatted(found));
            System.exit(1);
        }
        Files.writeString(FORMATTED, "");
    }

    private static boolean isOlderThanTheLastCheck(Path file) {
        return file.toFile().lastModified() <= FORMATTED.toFile().lastModified();
    }
}

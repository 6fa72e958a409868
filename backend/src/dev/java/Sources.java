import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the API is made of, and when each file was last changed. */
record Sources(Map<Path, FileTime> changes) {

    static Sources in(Path folder) throws IOException {
        try (var files =
                Files.find(folder, Integer.MAX_VALUE, (path, file) -> file.isRegularFile())) {
            return new Sources(files.collect(Collectors.toMap(path -> path, Sources::lastChange)));
        }
    }

    /** The epoch for a file that is gone meanwhile. */
    private static FileTime lastChange(Path path) {
        try {
            return Files.readAttributes(path, BasicFileAttributes.class).lastModifiedTime();
        } catch (IOException e) {
            return FileTime.fromMillis(0);
        }
    }

    /** The names of the files that are new, changed or gone since then. */
    String differenceFrom(Sources before) {
        var changed =
                changes.entrySet().stream()
                        .filter(
                                source ->
                                        !source.getValue()
                                                .equals(before.changes.get(source.getKey())))
                        .map(Map.Entry::getKey);
        var gone = before.changes.keySet().stream().filter(path -> !changes.containsKey(path));
        return Stream.concat(changed, gone)
                .map(path -> path.getFileName().toString())
                .sorted()
                .collect(Collectors.joining(", "));
    }
}

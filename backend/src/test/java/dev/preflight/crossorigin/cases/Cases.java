package dev.preflight.crossorigin.cases;

import dev.preflight.testing.Json;
import dev.preflight.testing.Wire;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Reads the case files; their own {@code readme} and {@code fields} explain the keys. */
public final class Cases {

    private Cases() {}

    public static Node file(String name) {
        try (InputStream stream =
                Objects.requireNonNull(
                        Cases.class.getResourceAsStream("/cases/" + name + ".json"), name)) {
            return new Node(Json.object(new String(stream.readAllBytes(), StandardCharsets.UTF_8)));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** A JSON object. */
    public record Node(Map<?, ?> fields) {

        public boolean has(String name) {
            return fields.get(name) != null;
        }

        public String text(String name) {
            return has(name) ? String.valueOf(fields.get(name)) : "";
        }

        public int number(String name) {
            return ((Number) Objects.requireNonNull(fields.get(name), name)).intValue();
        }

        public boolean flag(String name) {
            return Boolean.TRUE.equals(fields.get(name));
        }

        public Node node(String name) {
            return new Node((Map<?, ?>) Objects.requireNonNull(fields.get(name), name));
        }

        List<?> list(String name) {
            return has(name) ? (List<?>) Objects.requireNonNull(fields.get(name)) : List.of();
        }

        public List<String> texts(String name) {
            return list(name).stream().map(String::valueOf).toList();
        }

        List<Integer> numbers(String name) {
            return list(name).stream().map(item -> ((Number) item).intValue()).toList();
        }

        public List<Node> nodes(String name) {
            return list(name).stream().map(item -> new Node((Map<?, ?>) item)).toList();
        }

        /** The name and the value of each header line of a request. */
        public List<Wire.Header> headers(String name) {
            return list(name).stream()
                    .map(item -> (List<?>) item)
                    .map(
                            line ->
                                    new Wire.Header(
                                            String.valueOf(line.getFirst()),
                                            String.valueOf(line.getLast())))
                    .toList();
        }

        /** Texts, empty where the list has null. */
        List<Optional<String>> optionalTexts(String name) {
            return list(name).stream()
                    .map(item -> Optional.ofNullable(item).map(String::valueOf))
                    .toList();
        }

        @Override
        public String toString() {
            return (text("id") + " " + text("title") + text("name") + text("note")).strip();
        }
    }
}

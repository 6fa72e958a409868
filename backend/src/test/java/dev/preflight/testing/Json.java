package dev.preflight.testing;

import io.micronaut.core.type.Argument;
import io.micronaut.serde.ObjectMapper;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** JSON as maps and lists, for tests that look at what is on the wire. */
public final class Json {

    private static final ObjectMapper MAPPER = ObjectMapper.getDefault();

    private Json() {}

    public static String write(Map<String, ?> object) {
        try {
            return MAPPER.writeValueAsString(object);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    public static Map<String, Object> object(String json) {
        try {
            return Objects.requireNonNull(
                    MAPPER.readValue(json, Argument.mapOf(String.class, Object.class)));
        } catch (IOException failure) {
            throw new UncheckedIOException("not a JSON object: " + json, failure);
        }
    }

    static String text(String json, String name) {
        return String.valueOf(object(json).get(name));
    }

    /** The texts at a name in each object of a list. */
    public static List<String> texts(String json, String list, String name) {
        return object(json).get(list) instanceof List<?> items
                ? items.stream().map(item -> String.valueOf(((Map<?, ?>) item).get(name))).toList()
                : List.of();
    }

    /** The objects of a list at a name. */
    @SuppressWarnings("unchecked") // that is what JSON has
    public static List<Map<String, Object>> objects(String json, String list) {
        return (List<Map<String, Object>>) object(json).getOrDefault(list, List.of());
    }
}

package dev.preflight.web;

import com.fasterxml.jackson.core.exc.StreamReadException;

import io.micronaut.http.HttpStatus;
import io.micronaut.serde.exceptions.SerdeException;
import io.micronaut.serde.exceptions.path.CollectionItemReferencePath;
import io.micronaut.serde.exceptions.path.PropertyReferencePath;
import io.micronaut.serde.exceptions.path.ReferencePath;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Explains a body that is not JSON, or JSON of another shape, without naming our classes. */
final class JsonMistake {

    private static final Pattern UNKNOWN = Pattern.compile("Unknown property \\[([^\\]]{1,64})\\]");
    private static final Pattern POSITION = Pattern.compile("line: (\\d+), column: (\\d+)");

    private JsonMistake() {}

    static Problem of(Throwable mistake) {
        String message = String.valueOf(mistake.getMessage());
        Matcher unknown = UNKNOWN.matcher(message);
        if (unknown.find()) {
            return Problem.invalidInput(
                    unknown.group(1), "There is no such field here: check its spelling.");
        }
        boolean readable = !isSyntaxError(mistake);
        if (readable && mistake instanceof SerdeException shape && !shape.getPath().isEmpty()) {
            // It begins with the innermost.
            List<ReferencePath> path = shape.getPath().reversed();
            return Problem.invalidInput(
                    field(path),
                    "This is not " + expected(path.getLast().getArgument().getType()) + ".");
        }
        Matcher position = POSITION.matcher(message);
        String where =
                position.find()
                        ? " (line " + position.group(1) + ", column " + position.group(2) + ")"
                        : "";
        return Problem.of(
                HttpStatus.BAD_REQUEST,
                "malformed-json",
                "The body is not the JSON that is expected",
                "The body cannot be read as a JSON object of the documented shape" + where + ".");
    }

    private static boolean isSyntaxError(Throwable mistake) {
        for (Throwable cause = mistake; cause != null; cause = cause.getCause()) {
            if (cause instanceof StreamReadException) {
                return true;
            }
        }
        return false;
    }

    private static String field(List<ReferencePath> path) {
        StringBuilder field = new StringBuilder();
        for (ReferencePath step : path) {
            switch (step) {
                case PropertyReferencePath property -> {
                    field.append(field.isEmpty() ? "" : ".").append(property.property().getName());
                }
                case CollectionItemReferencePath item ->
                        field.append('[').append(item.index()).append(']');
                default -> {}
            }
        }
        return field.toString();
    }

    private static String expected(Class<?> type) {
        if (CharSequence.class.isAssignableFrom(type)) {
            return "a string";
        }
        if (Iterable.class.isAssignableFrom(type)) {
            return "a list";
        }
        if (Number.class.isAssignableFrom(type) || type.isPrimitive()) {
            return "a number";
        }
        return "an object of the documented shape";
    }
}

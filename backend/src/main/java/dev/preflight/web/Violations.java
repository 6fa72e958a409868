package dev.preflight.web;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;

import java.util.Comparator;
import java.util.List;

/** Reads the fields' names and messages out of a failed validation. */
final class Violations {

    private Violations() {}

    static Problem of(ConstraintViolationException invalid) {
        List<Problem.Violation> violations =
                invalid.getConstraintViolations().stream()
                        .map(
                                violation ->
                                        new Problem.Violation(
                                                field(violation), violation.getMessage()))
                        .distinct()
                        .sorted(
                                Comparator.comparing(Problem.Violation::field)
                                        .thenComparing(Problem.Violation::message))
                        .toList();
        return Problem.invalidInput(violations);
    }

    /**
     * The path below the validated body or parameter: {@code create.request.tags[0]} is tags[0].
     */
    private static String field(ConstraintViolation<?> violation) {
        StringBuilder field = new StringBuilder();
        String parameter = "";
        for (Path.Node node : violation.getPropertyPath()) {
            switch (node.getKind()) {
                case METHOD, CONSTRUCTOR, BEAN, RETURN_VALUE, CROSS_PARAMETER -> {}
                case PARAMETER -> parameter = node.getName();
                case PROPERTY, CONTAINER_ELEMENT -> append(field, node);
            }
        }
        return field.isEmpty() ? parameter : field.toString();
    }

    private static void append(StringBuilder field, Path.Node node) {
        boolean named = node.getKind() == ElementKind.PROPERTY && node.getName() != null;
        if (node.getIndex() != null) {
            field.append('[').append(node.getIndex()).append(']');
        }
        if (named) {
            if (!field.isEmpty()) {
                field.append('.');
            }
            field.append(node.getName());
        }
    }
}

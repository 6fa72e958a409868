package dev.preflight.web.database;

import io.micronaut.data.exceptions.DataAccessException;

import java.sql.SQLException;
import java.util.Set;

/**
 * Tells a row that the database refuses by one of its constraints from a database that fails: the
 * first is an answer, and there is no way to ask before that somebody else could not overtake.
 */
public final class BrokenConstraint {

    private static final Set<String> UNIQUE = Set.of("23505");

    /** In the words of PostgreSQL and of H2. */
    private static final Set<String> FOREIGN_KEY = Set.of("23503", "23506");

    private BrokenConstraint() {}

    /** Whether there is such a row already. */
    public static boolean isUnique(DataAccessException refusal) {
        return isOneOf(UNIQUE, refusal);
    }

    /** Whether the row refers to one that is not there. */
    public static boolean isForeignKey(DataAccessException refusal) {
        return isOneOf(FOREIGN_KEY, refusal);
    }

    private static boolean isOneOf(Set<String> states, DataAccessException refusal) {
        for (Throwable cause = refusal; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && states.contains(sql.getSQLState())) {
                return true;
            }
        }
        return false;
    }
}

package dev.preflight;

import io.micronaut.context.env.Environment;
import io.micronaut.context.exceptions.ConfigurationException;
import java.net.BindException;
import java.sql.SQLException;
import java.util.Set;
import org.flywaydb.core.api.FlywayException;
import org.jspecify.annotations.Nullable;

/** Puts the usual reasons why a server does not start into a sentence that says what to do. */
final class StartFailure {

    /** H2: the file is locked by another process, or is too new or broken to be read. */
    private static final Set<Integer> H2_IN_USE = Set.of(90020);

    private StartFailure() {}

    /** A sentence or two for whoever started the server; null if the reason is none of the usual ones. */
    static @Nullable String explain(Throwable failure, Environment environment) {
        String configuration = null;
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof ConfigurationException mistake) {
                configuration = mistake.getMessage();
            }
            if (cause instanceof BindException) {
                return portTaken(environment);
            }
            if (cause instanceof SQLException sql) {
                return database(sql, environment);
            }
            if (cause instanceof FlywayException schema && schema.getCause() == null) {
                return "The database does not fit this version of Preflight: " + schema.getMessage();
            }
        }
        return configuration;
    }

    private static String portTaken(Environment environment) {
        int port = environment.getProperty("micronaut.server.port", Integer.class).orElse(8080);
        return "Port "
                + port
                + " is taken: stop the program that listens there, or choose another port with"
                + " MICRONAUT_SERVER_PORT and tell browsers with PREFLIGHT_PUBLIC_URL.";
    }

    private static String database(SQLException failure, Environment environment) {
        String url = environment.getProperty("datasources.default.url", String.class).orElse("");
        String address = url.replaceFirst("[?;].*", "");
        if (H2_IN_USE.contains(failure.getErrorCode())) {
            return "The database file "
                    + address.replaceFirst("^jdbc:h2:(file:)?", "")
                    + ".mv.db is in use by another process, probably another Preflight: stop that one first,"
                    + " or set PREFLIGHT_DATABASE_URL to another database.";
        }
        return "The database "
                + address
                + " cannot be used ("
                + failure.getMessage()
                + "): check that it runs, and PREFLIGHT_DATABASE_URL, _USERNAME and _PASSWORD.";
    }
}

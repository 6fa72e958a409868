package dev.preflight;

import io.micronaut.context.exceptions.ConfigurationException;
import io.micronaut.core.value.PropertyResolver;
import io.micronaut.http.server.exceptions.ServerStartupException;

import org.flywaydb.core.api.FlywayException;
import org.jspecify.annotations.Nullable;

import java.net.BindException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Puts the usual reasons why a server does not start into a sentence that says what to do. */
final class StartFailure {

    /** H2: the file is locked by another process. */
    private static final int H2_IN_USE = 90020;

    private static final String DATABASE_URL = "datasources.default.url";
    private static final String PORT = "micronaut.server.port";
    private static final String INITIATOR_PORT = "preflight.lab.initiator-port";
    private static final Pattern OUT_OF_RANGE = Pattern.compile("port out of range:(-?\\d+)");
    private static final Pattern H2_FILE = Pattern.compile("jdbc:h2:file:(.*)");
    private static final Pattern SUPPORTED_DATABASE = Pattern.compile("jdbc:(h2|postgresql):");

    /** At the end of what the framework says of a listener. */
    private static final Pattern ADDRESS = Pattern.compile(":(\\d+)$");

    private StartFailure() {}

    /**
     * A sentence or two for whoever started the server; null if the reason is none of the usual
     * ones.
     */
    static String explain(Throwable failure, PropertyResolver configuration) {
        String url = configuration.getProperty(DATABASE_URL, String.class).orElse("");
        if (!url.isEmpty() && !SUPPORTED_DATABASE.matcher(url).lookingAt()) {
            return "PREFLIGHT_DATABASE_URL is "
                    + withoutParameters(url)
                    + ": write jdbc:postgresql://host/database or jdbc:h2:file:path.";
        }
        String port = configuration.getProperty(PORT, String.class).orElse("");
        if (!port.matches("-?\\d*")) {
            return noPort(port);
        }
        @Nullable String mistakes = null;
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof ConfigurationException mistake) {
                mistakes = mistake.getMessage();
            }
            if (cause instanceof ServerStartupException server
                    && server.getCause() instanceof BindException) {
                return portTaken(server);
            }
            Matcher outOfRange = OUT_OF_RANGE.matcher(String.valueOf(cause.getMessage()));
            if (cause instanceof IllegalArgumentException && outOfRange.matches()) {
                return noPort(outOfRange.group(1));
            }
            if (cause instanceof SQLException sql) {
                return database(sql, withoutParameters(url));
            }
            if (cause instanceof FlywayException schema && schema.getCause() == null) {
                return "The database does not fit this version of Preflight: "
                        + schema.getMessage();
            }
        }
        if (mistakes != null) {
            return mistakes;
        }
        String initiatorPort = configuration.getProperty(INITIATOR_PORT, String.class).orElse("");
        return initiatorPort.matches("-?\\d*") ? unusual(failure) : noInitiatorPort(initiatorPort);
    }

    private static String noPort(String text) {
        return "MICRONAUT_SERVER_PORT is " + text + ": write a port from 1 to 65535.";
    }

    private static String noInitiatorPort(String text) {
        return "PREFLIGHT_LAB_INITIATOR_PORT is "
                + text
                + ": write a port from 1 to 65535, or 0 for any free one.";
    }

    private static String unusual(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        String message = String.valueOf(root.getMessage()).lines().findFirst().orElse("");
        return "The reason is %s: %s. Set LOGGER_LEVELS_DEV_PREFLIGHT=DEBUG to see all of it."
                .formatted(root.getClass().getSimpleName(), message.replaceFirst("\\.$", ""));
    }

    private static String portTaken(ServerStartupException failure) {
        Matcher address = ADDRESS.matcher(String.valueOf(failure.getMessage()));
        String port = address.find() ? "Port " + address.group(1) : "The port";
        return port
                + " is taken: stop the program that listens there, or choose another port with"
                + " MICRONAUT_SERVER_PORT and tell browsers with PREFLIGHT_PUBLIC_URL.";
    }

    /** Parameters may hold a password, and so may what stands before an @. */
    private static String withoutParameters(String url) {
        return url.replaceFirst("[?;].*", "").replaceFirst("//[^/@]*@", "//");
    }

    private static String database(SQLException failure, String address) {
        if (failure.getErrorCode() == H2_IN_USE) {
            return "The database file "
                    + address.replaceFirst("^jdbc:h2:(file:)?", "")
                    + ".mv.db is in use by another process, probably another Preflight: stop that"
                    + " one first, or set PREFLIGHT_DATABASE_URL to another database.";
        }
        Matcher file = H2_FILE.matcher(address);
        Path folder = file.matches() ? Path.of(file.group(1)).getParent() : null;
        if (folder != null && !Files.isWritable(folder)) {
            return "The data cannot be kept in "
                    + folder
                    + ": make that a folder that this program may write to, or set"
                    + " PREFLIGHT_DATA_DIRECTORY to one.";
        }
        return "The database "
                + address
                + " cannot be used ("
                + failure.getMessage()
                + "): check that it runs, and PREFLIGHT_DATABASE_URL, _USERNAME and _PASSWORD.";
    }
}

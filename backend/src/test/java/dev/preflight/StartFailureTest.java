package dev.preflight;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.exceptions.ConfigurationException;
import io.micronaut.core.value.MapPropertyResolver;

import org.flywaydb.core.api.FlywayException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.sql.SQLException;
import java.util.Map;

class StartFailureTest {

    private static final String DATABASE_URL = "datasources.default.url";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    datasources.default.url      | mysql://localhost/x           | PREFLIGHT_DATABASE_URL is mysql://localhost/x: write
                    datasources.default.url      | postgres://u:password=x@h/d   | PREFLIGHT_DATABASE_URL is postgres://h/d: write
                    micronaut.server.port        | many                          | MICRONAUT_SERVER_PORT is many: write a port
                    preflight.lab.initiator-port | many                          | PREFLIGHT_LAB_INITIATOR_PORT is many: write a port
                    """)
    void namesTheVariableThatNobodyCouldRead(String property, String value, String explanation) {
        assertThat(explain(new IllegalStateException("whatever"), Map.of(property, value)))
                .startsWith(explanation);
    }

    @Test
    void repeatsWhatOurOwnChecksSay() {
        assertThat(explain(new ConfigurationException("Write this."), Map.of()))
                .isEqualTo("Write this.");
    }

    @Test
    void tellsOfADatabaseWithoutItsPassword() {
        assertThat(
                        explain(
                                new SQLException("refused"),
                                Map.of(DATABASE_URL, "jdbc:postgresql://h/d?password=x")))
                .startsWith("The database jdbc:postgresql://h/d cannot be used (refused): check");
    }

    @Test
    void tellsOfAFolderThatIsNotWritable() {
        assertThat(
                        explain(
                                new SQLException("no file"),
                                Map.of(
                                        DATABASE_URL,
                                        "jdbc:h2:file:/proc/nothing/db;WRITE_DELAY=0")))
                .startsWith("The data cannot be kept in /proc/nothing: make");
    }

    @Test
    void tellsOfADatabaseOfALaterVersion() {
        assertThat(explain(new FlywayException("Version 99 is unknown"), Map.of()))
                .startsWith("The database does not fit this version of Preflight: Version 99");
    }

    @Test
    void namesTheRootOfWhatIsUnusual() {
        assertThat(explain(new IllegalStateException("The root.\nMore"), Map.of()))
                .isEqualTo(
                        "The reason is IllegalStateException: The root. Set"
                                + " LOGGER_LEVELS_DEV_PREFLIGHT=DEBUG to see all of it.");
    }

    /** Of a failure as deep as the framework hides it. */
    private static String explain(Exception failure, Map<String, Object> configuration) {
        return StartFailure.explain(
                new IllegalArgumentException("Error instantiating bean", failure),
                new MapPropertyResolver(configuration));
    }
}

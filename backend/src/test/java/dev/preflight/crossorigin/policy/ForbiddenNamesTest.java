package dev.preflight.crossorigin.policy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/** The server and the Lab's page forbid the same: the page's lists are read from its source. */
class ForbiddenNamesTest {

    private static final Path PAGE = Path.of("../frontend/src/features/lab/standard");

    @Test
    void areThePagesHeaders() throws IOException {
        String source = Files.readString(PAGE.resolve("forbidden-headers.ts"));

        assertThat(set(source, "forbiddenNames"))
                .containsExactlyInAnyOrderElementsOf(ForbiddenNames.REQUEST_HEADERS);
        assertThat(set(source, "methodOverrides"))
                .containsExactlyInAnyOrderElementsOf(ForbiddenNames.METHOD_OVERRIDES);
        assertThat(all("startsWith\\('([^']+)'\\)", source))
                .containsExactlyInAnyOrderElementsOf(ForbiddenNames.PREFIXES);
    }

    @Test
    void areThePagesMethods() throws IOException {
        String source = Files.readString(PAGE.resolve("methods.ts"));

        List<String> methods = all("\\^\\(\\?:([A-Z|]+)\\)\\$/i", source);

        assertThat(methods).hasSize(1);
        assertThat(methods.getFirst().split("\\|"))
                .containsExactlyInAnyOrderElementsOf(ForbiddenNames.METHODS);
    }

    @ParameterizedTest(name = "{0}: {1} is forbidden: {2}")
    @CsvSource({
        "Cookie, a=1, true",
        "SEC-Fetch-Site, none, true",
        "proxy-, 1, true",
        "proxy, 1, false",
        "User-Agent, x, false",
        "Access-Control-Request-Private-Network, true, false",
        "X-HTTP-Method-Override, trace, true",
        "X-Method-Override, 'PUT, Connect ', true",
        "X-HTTP-Method, TRACKS, false",
    })
    void goByNameAndForMethodOverridesByValue(String name, String value, boolean forbidden) {
        assertThat(ForbiddenNames.isRequestHeader(name, value)).isEqualTo(forbidden);
    }

    private static List<String> set(String source, String name) {
        List<String> literals = all("const " + name + " = new Set\\(\\[([^\\]]*)\\]\\)", source);
        assertThat(literals).hasSize(1);
        return all("'([^']+)'", literals.getFirst());
    }

    private static List<String> all(String pattern, String source) {
        return Pattern.compile(pattern)
                .matcher(source)
                .results()
                .map(found -> found.group(1))
                .toList();
    }
}

package dev.preflight.crossorigin.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.preflight.crossorigin.policy.PolicyConfiguration.Clients;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.List;
import java.util.Optional;
import java.util.Set;

class NamesCheckTest {

    @ParameterizedTest
    @CsvSource({
        "Cookie, HEADER_FORBIDDEN",
        "Sec-Fetch-Site, HEADER_FORBIDDEN",
        "Access-Control-Request-Method, HEADER_FORBIDDEN",
        "Access-Control-Request-Private-Network, HEADER_FORBIDDEN",
        "Access-Control-Allow-Private-Network, HEADER_OF_RESPONSES",
    })
    void refusesAHeaderThatNoPageCanSend(String name, PolicyRule rule) {
        assertThat(NamesCheck.check(true, allowing(name)))
                .extracting(Finding::rule)
                .containsExactly(rule);
    }

    /** A method override is forbidden by its value alone, and a policy allows names. */
    @ParameterizedTest
    @CsvSource({"X-HTTP-Method-Override", "X-Method-Override", "User-Agent"})
    void letsAHeaderPassThatAPageMaySend(String name) {
        assertThat(NamesCheck.check(true, allowing(name))).isEmpty();
    }

    private static Clients allowing(String header) {
        return new Clients(
                "client",
                Optional.of("PREFLIGHT_CLIENT_ORIGINS"),
                Optional.of(List.of("http://localhost:5173")),
                Optional.empty(),
                Optional.of(List.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE")),
                Optional.of(List.of("Content-Type", "If-Match", header)),
                Optional.of(List.of("ETag", "Retry-After")),
                true,
                Optional.of("7200"),
                Set.of("allowed-origins"));
    }
}

package dev.preflight.crossorigin.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.preflight.crossorigin.policy.PolicyConfiguration.Clients;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;
import java.util.Optional;
import java.util.Set;

class NamesCheckTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Cookie",
                "Sec-Fetch-Site",
                "Access-Control-Request-Method",
                "Access-Control-Request-Private-Network",
                "Access-Control-Allow-Private-Network"
            })
    void refusesAHeaderThatNoPageCanSend(String name) {
        assertThat(NamesCheck.check(allowing(name)))
                .extracting(Finding::rule)
                .containsExactly(PolicyRule.HEADER_UNSENDABLE);
    }

    /** A method override is forbidden by its value alone, and a policy allows names. */
    @ParameterizedTest
    @ValueSource(strings = {"X-HTTP-Method-Override", "X-Method-Override", "User-Agent"})
    void letsAHeaderPassThatAPageMaySend(String name) {
        assertThat(NamesCheck.check(allowing(name))).isEmpty();
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

package dev.preflight.lab.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.preflight.lab.fetch.FetchCall.CredentialsMode;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.Duration;
import java.util.List;

class CorsCheckTest {

    private static final String PAGE = "https://app.example.com";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "https://App.example.com | with upper and lower case",
                "https://app.example.com/ | no slash at its end",
                "https://app.example.com, https://app.example.com | or it was sent twice",
                "https://*.example.com | only a lone “*” covers every origin",
                "https://app.example.com:443 | Scheme, host and port have to be the same",
                "http://app.example.com | Scheme, host and port have to be the same",
                "null | Scheme, host and port have to be the same"
            })
    void comparesByteForByteAndSaysHowTheTwoDiffer(String value, String why) {
        Step reason = Step.reason(check(value)).orElseThrow();

        assertThat(reason.rule()).isEqualTo(Rule.ALLOW_ORIGIN_MATCHES);
        assertThat(reason.why()).contains(why);
    }

    @Test
    void takesSpacesAroundAValueForNoPartOfIt() {
        assertThat(Step.reason(check(" \t" + PAGE + " "))).isEmpty();
    }

    /** Whoever answers could otherwise keep a thread busy for minutes. */
    @Test
    void isDoneAtOnceWithManySpacesInsideAValue() {
        String value = "x" + " ".repeat(300_000) + "x";

        List<Step> steps = assertTimeoutPreemptively(Duration.ofSeconds(5), () -> check(value));

        assertThat(Step.reason(steps).map(Step::rule)).contains(Rule.ALLOW_ORIGIN_MATCHES);
    }

    @Test
    void ofAPreflightSaysThatTheRequestWasNotSent() {
        Step silent =
                Step.reason(CorsCheck.PREFLIGHT.of(PAGE, CredentialsMode.OMIT, List.of()))
                        .orElseThrow();

        assertThat(silent.what())
                .isEqualTo(
                        "The request was not sent, because the preflight’s answer has no"
                                + " Access-Control-Allow-Origin.");
        assertThat(silent.todo()).endsWith("with every answer, that to OPTIONS too.");
    }

    private static List<Step> check(String value) {
        return CorsCheck.RESPONSE.of(
                PAGE,
                CredentialsMode.OMIT,
                List.of(new HeaderLine("Access-Control-Allow-Origin", value)));
    }
}

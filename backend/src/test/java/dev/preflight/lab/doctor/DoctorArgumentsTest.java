package dev.preflight.lab.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.preflight.lab.doctor.DoctorArguments.Reading;
import dev.preflight.lab.fetch.FetchCall.CredentialsMode;
import dev.preflight.lab.fetch.HeaderLine;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

class DoctorArgumentsTest {

    private static final String URL = "https://api.example.com/posts";
    private static final String ORIGIN = "--origin=https://app.example.com";

    @Test
    void readsThemInAnyOrderAndWithEitherSign() {
        DoctorArguments read =
                read(
                        List.of(
                                "--method",
                                "put",
                                "--header=Content-Type: application/json",
                                URL + "#top",
                                "--header",
                                "Authorization:Bearer a:b",
                                "--origin",
                                "https://app.example.com:8443",
                                "--credentials",
                                "include",
                                "--body",
                                "--json",
                                "--send",
                                "--timeout=3"));

        assertThat(read.address()).hasToString(URL);
        assertThat(read.call().method()).isEqualTo("put");
        assertThat(read.call().origin()).isEqualTo("https://app.example.com:8443");
        assertThat(read.call().credentials()).isEqualTo(CredentialsMode.INCLUDE);
        assertThat(read.call().headers())
                .isEqualTo(
                        List.of(
                                new HeaderLine("Content-Type", "application/json"),
                                new HeaderLine("Authorization", "Bearer a:b")));
        assertThat(read.body()).isEqualTo("--json");
        assertThat(read.send()).isTrue();
        assertThat(read.json()).isFalse();
        assertThat(read.timeout()).isEqualTo(Duration.ofSeconds(3));
    }

    @Test
    void meansWhatFetchMeansWhereNothingIsSaid() {
        DoctorArguments read = read(List.of(URL, ORIGIN));

        assertThat(read.call().method()).isEqualTo("GET");
        assertThat(read.call().credentials()).isEqualTo(CredentialsMode.SAME_ORIGIN);
        assertThat(read.call().headers()).isEmpty();
        assertThat(read.body()).isNull();
        assertThat(read.send()).isFalse();
        assertThat(read.timeout()).isEqualTo(Duration.ofSeconds(10));
    }

    @Test
    void takesTheOriginsOfSandboxedPagesAndExtensions() {
        for (String origin : List.of("null", "chrome-extension://abcdefgh", "http://[::1]:5173")) {
            assertThat(read(List.of(URL, "--origin", origin)).call().origin()).isEqualTo(origin);
        }
    }

    static Stream<Arguments> mistakes() {
        return Stream.of(
                mistake("There is no address", ORIGIN),
                mistake("Write the page's origin, such as --origin https://app.example.com", URL),
                mistake("There are two addresses", URL, "https://b.example", ORIGIN),
                mistake("There is no option --verbose", URL, ORIGIN, "--verbose"),
                mistake("There is no option -X", URL, ORIGIN, "-X", "PUT"),
                mistake("--method needs a value after it", URL, ORIGIN, "--method"),
                mistake("--json takes no value", URL, ORIGIN, "--json=yes"),
                mistake(
                        "“https://app.example.com/” is no origin: write https://app.example.com.",
                        URL,
                        "--origin",
                        "https://app.example.com/"),
                mistake(
                        "“https://App.example.com:443” is no origin: write"
                                + " https://app.example.com.",
                        URL,
                        "--origin",
                        "https://App.example.com:443"),
                mistake(
                        "“*” is no origin: write a scheme, a host and a port",
                        URL,
                        "--origin",
                        "*"),
                mistake("“app.example.com” is no origin", URL, "--origin", "app.example.com"),
                mistake("“GET ME” is no method", URL, ORIGIN, "--method", "GET ME"),
                mistake("fetch refuses TRACE", URL, ORIGIN, "--method", "TRACE"),
                mistake("fetch refuses a body with GET", URL, ORIGIN, "--body", "x"),
                mistake("write --header 'Content-Type", URL, ORIGIN, "--header", "Content-Type"),
                mistake("write --header 'Content-Type", URL, ORIGIN, "--header", "X Y: 1"),
                mistake("the header X-A holds a line break", URL, ORIGIN, "--header", "X-A: 1\n2"),
                mistake("“always” is no credentials mode", URL, ORIGIN, "--credentials", "always"),
                mistake("“0” is no timeout", URL, ORIGIN, "--timeout", "0"),
                mistake("“301” is no timeout", URL, ORIGIN, "--timeout", "301"),
                mistake("“ten” is no timeout", URL, ORIGIN, "--timeout", "ten"),
                mistake("“api.example.com” can't be called", "api.example.com", ORIGIN),
                mistake("“ftp://api.example.com” can't be called", "ftp://api.example.com", ORIGIN),
                mistake("add --send, and it really runs", URL, ORIGIN, "--method", "post"));
    }

    private static Arguments mistake(String sentence, String... arguments) {
        return Arguments.of(sentence, List.of(arguments));
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void saysWhatIsWrongAndWhatToWrite(String sentence, List<String> arguments) {
        assertThat(mistakeIn(arguments)).contains(sentence).endsWith(".");
    }

    @Test
    void showsNoPasswordOfAnAddress() {
        assertThat(mistakeIn(List.of("https://me:secret@b.example", ORIGIN)))
                .contains("--header 'Authorization: …'")
                .doesNotContain("secret");
    }

    private static DoctorArguments read(List<String> arguments) {
        return switch (DoctorArguments.read(arguments)) {
            case Reading.Understood understood -> understood.arguments();
            case Reading.Mistaken mistaken -> throw new AssertionError(mistaken.sentence());
        };
    }

    private static String mistakeIn(List<String> arguments) {
        return DoctorArguments.read(arguments) instanceof Reading.Mistaken mistaken
                ? mistaken.sentence()
                : "none";
    }
}

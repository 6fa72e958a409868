package dev.preflight.crossorigin.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.preflight.crossorigin.policy.PolicyConfiguration.Clients;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Whatever is written, the check answers with findings; and what it tells to write is right. */
class AnyTextTest {

    private static final List<String> LONG =
            List.of(
                    "https://a" + ".".repeat(30),
                    "https://" + ".".repeat(300),
                    "é".repeat(2000),
                    "https://" + "é".repeat(2000),
                    "https://" + "é.".repeat(120),
                    "https://" + "a".repeat(254),
                    "https://" + "a.".repeat(200) + "example",
                    "http://" + "9".repeat(1900),
                    "http://0x" + "f".repeat(200),
                    "http://[" + "0:".repeat(900) + "]",
                    "https://" + "u@".repeat(900) + "a.example",
                    "https://a.example:" + "0".repeat(1900));

    @Example
    void answersLongTextsWithFindings() {
        assertThat(LONG)
                .allSatisfy(
                        text -> assertThat(check(text, "https://api.example.com")).isNotEmpty());
    }

    @Example
    void refusesAHostThatIsTooLongAndSaysWhatToWrite() {
        assertThat(check("https://" + "é".repeat(254), "https://api.example.com"))
                .filteredOn(finding -> finding.rule() == PolicyRule.ORIGIN_INVALID)
                .singleElement()
                .satisfies(
                        finding ->
                                assertThat(finding.sentence())
                                        .contains("if it is not the usual one. Name each")
                                        .endsWith("=https://app.example.com."));
    }

    @Property(tries = 2000)
    void neverFailsAndTellsWhatIsRight(@ForAll("texts") String text) {
        Optional<Origin> right = Origin.canonical(text);
        assertThat(right.flatMap(origin -> Origin.of(origin.serialized()))).isEqualTo(right);
        for (String own : List.of("https://api.example.com", "http://localhost:8080", text)) {
            assertThat(check(text, own))
                    .allSatisfy(finding -> assertThat(finding.sentence()).isNotEmpty());
        }
    }

    /** Pieces of addresses in any order, and any letters. */
    @Provide
    Arbitrary<String> texts() {
        Arbitrary<String> piece =
                Arbitraries.of(
                        "https://",
                        "http://",
                        "HTTP://",
                        "a",
                        "A",
                        "é",
                        "ß",
                        "ı",
                        "℀",
                        "／",
                        "。",
                        "\u00ad",
                        "\u200d",
                        "\ud800",
                        "\udfff",
                        "\0",
                        "\n",
                        " ",
                        ".",
                        "....",
                        "-",
                        "_",
                        "xn--",
                        "xn--a",
                        "0",
                        "0x",
                        "08",
                        "255",
                        "99999999999",
                        "[",
                        "]",
                        "::",
                        ":",
                        ":443",
                        "%25",
                        "@",
                        "/",
                        "\\",
                        "?",
                        "#",
                        "*",
                        ",",
                        "null",
                        ".example",
                        "localhost",
                        "127.0.0.1",
                        "[::1]");
        Arbitrary<String> built = piece.list().ofMaxSize(20).map(pieces -> String.join("", pieces));
        return Arbitraries.frequencyOf(
                Tuple.of(3, built),
                Tuple.of(3, built.map(rest -> "https://" + rest)),
                Tuple.of(1, Arbitraries.strings().ofMaxLength(300)));
    }

    private static List<Finding> check(String origins, String publicUrl) {
        Clients client =
                new Clients(
                        "client",
                        Optional.of("PREFLIGHT_CLIENT_ORIGINS"),
                        Optional.of(List.of(origins.split(",", -1))),
                        Optional.empty(),
                        Optional.of(List.of("GET", origins)),
                        Optional.of(List.of("Content-Type", origins)),
                        Optional.of(List.of("ETag", origins)),
                        true,
                        Optional.of(origins),
                        Set.of());
        return PolicyCheck.check(
                new PolicyConfiguration(
                        publicUrl,
                        Set.of(),
                        List.of(),
                        "Lax",
                        "",
                        true,
                        List.of(client),
                        Set.of()));
    }
}

package dev.preflight.crossorigin.cases;

import static org.assertj.core.api.Assertions.assertThat;

import dev.preflight.testing.Wire;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Whatever the Origin: {@code Access-Control-Allow-Origin} is absent or byte-equal to a configured
 * origin, and there only where that very origin was sent, once.
 */
class AnyOriginTest {

    private static final List<String> CONFIGURED =
            List.of("http://localhost:5173", "https://app.example.com");

    private static final String ALLOW_ORIGIN = "access-control-allow-origin";

    private static @Nullable CaseServer server;

    @BeforeContainer
    static void start() {
        server = CaseServer.forOrigins(CONFIGURED, Map.of());
    }

    @AfterContainer
    static void stop() {
        Objects.requireNonNull(server).close();
    }

    @Property(tries = 500)
    void isAllowedOnlyIfItIsConfigured(@ForAll("origins") List<String> origins) {
        Wire wire = Objects.requireNonNull(server).wire();
        List<Wire.Header> lines =
                origins.stream().map(origin -> new Wire.Header("Origin", origin)).toList();
        Wire.Answer read = wire.send(new Wire.Request("GET", Answers.PATH + "200", lines, ""));
        Wire.Answer write = wire.send(new Wire.Request("POST", Answers.PATH + "200", lines, ""));

        // Spaces and tabs around a field's value are no part of it (RFC 9110 §5.5).
        boolean expected =
                origins.size() == 1
                        && CONFIGURED.contains(
                                origins.getFirst().replaceAll("^[ \t]+|[ \t]+$", ""));
        for (Wire.Answer answer : Set.of(read, write)) {
            List<String> allowed = answer.all(ALLOW_ORIGIN);
            assertThat(allowed).hasSizeLessThanOrEqualTo(1);
            assertThat(CONFIGURED).containsAll(allowed);
            assertThat(allowed.isEmpty()).isNotEqualTo(expected);
        }
        assertThat(write.all(Answers.MARK).isEmpty())
                .isNotEqualTo(expected || origins.equals(List.of("http://localhost:8080")));
    }

    /** Configured origins, slightly changed ones, and any text; mostly one line. */
    @Provide
    Arbitrary<List<String>> origins() {
        Arbitrary<String> configured = Arbitraries.of(CONFIGURED);
        Arbitrary<Character> letters =
                Arbitraries.oneOf(
                        Arbitraries.chars().range(' ', '~'),
                        Arbitraries.of('\t', '\u00e9', '\u200b', '\u0430', '\uff41'));
        Arbitrary<String> changed =
                Combinators.combine(
                                configured,
                                Arbitraries.integers().between(0, 22),
                                Arbitraries.integers().between(0, 2),
                                letters.list().ofMaxSize(2))
                        .as(AnyOriginTest::changed);
        Arbitrary<String> any = letters.list().ofMaxSize(60).map(AnyOriginTest::text);
        Arbitrary<String> origin =
                Arbitraries.frequencyOf(
                        Tuple.of(1, configured), Tuple.of(5, changed), Tuple.of(2, any));
        return Arbitraries.frequencyOf(
                Tuple.of(6, origin.list().ofSize(1)),
                Tuple.of(1, origin.list().ofMinSize(2).ofMaxSize(3)));
    }

    private static String changed(
            String origin, int position, int removed, List<Character> inserted) {
        int start = Math.min(position, origin.length());
        int end = Math.min(start + removed, origin.length());
        return origin.substring(0, start) + text(inserted) + origin.substring(end);
    }

    private static String text(List<Character> letters) {
        StringBuilder text = new StringBuilder();
        letters.forEach(text::append);
        return text.toString();
    }
}

package dev.preflight.lab.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.preflight.lab.fetch.FetchCall.Body;
import dev.preflight.lab.fetch.FetchCall.CredentialsMode;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The command and the Lab's page say the same: each is read from its own source. */
class SameWordsTest {

    private static final Path PAGE = Path.of("../frontend/src/features/lab/standard");

    private static final String RULES = read("rules.ts");

    /** Where each rule's section and sentences are. */
    private static final List<String> TEXTS =
            Stream.of("request", "preflight", "response", "note")
                    .map(name -> read(name + "-texts.ts"))
                    .toList();

    private static final String SECTIONS = read("sections.ts") + String.join("", TEXTS);

    private static final Pattern LITERAL =
            Pattern.compile("'((?:[^'\\\\]|\\\\.)*)'|\"([^\"]*)\"|`([^`]*)`");

    /** What the page says; what it fills in may be anything. */
    private static final List<Pattern> SENTENCES =
            TEXTS.stream().flatMap(SameWordsTest::sentences).toList();

    @ParameterizedTest
    @EnumSource
    void nameTheSameRulesAndSections(Rule rule) {
        assertThat(RULES).contains("'" + rule.id() + "': {");
        assertThat(SECTIONS).contains("'" + rule.url().replaceFirst(".*#", "") + "'");
        assertThat(SECTIONS).contains("'" + rule.section() + "'");
    }

    @Test
    void explainEachStepInTheSameSentences() {
        List<Step> steps = everyStep();

        assertThat(steps.stream().map(Step::rule).collect(Collectors.toSet()))
                .isEqualTo(EnumSet.allOf(Rule.class));
        assertThat(steps)
                .allSatisfy(
                        step ->
                                assertThat(Stream.of(step.what(), step.why(), step.todo()))
                                        .filteredOn(Objects::nonNull)
                                        .allMatch(SameWordsTest::isSaidByThePage));
    }

    private static boolean isSaidByThePage(String sentence) {
        return SENTENCES.stream().anyMatch(said -> said.matcher(sentence).matches());
    }

    private static Stream<Pattern> sentences(String source) {
        return LITERAL.matcher(withoutPlaceholders(source))
                .results()
                .map(
                        found ->
                                Stream.of(found.group(1), found.group(2), found.group(3))
                                        .filter(Objects::nonNull)
                                        .findFirst()
                                        .orElseThrow())
                .filter(text -> text.length() > 1)
                .map(
                        text ->
                                Stream.of(text.split("\0", -1))
                                        .map(Pattern::quote)
                                        .collect(Collectors.joining(".*")))
                .map(Pattern::compile);
    }

    /** Each <code>${…}</code> as one character that no text has. */
    private static String withoutPlaceholders(String source) {
        StringBuilder text = new StringBuilder();
        int depth = 0;
        for (int i = 0; i < source.length(); i++) {
            char next = source.charAt(i);
            if (depth == 0 && source.startsWith("${", i)) {
                text.append('\0');
                depth = 1;
                i++;
            } else if (depth > 0) {
                depth += next == '{' ? 1 : next == '}' ? -1 : 0;
            } else {
                text.append(next);
            }
        }
        return text.toString();
    }

    /** Calls and answers that make every rule speak. */
    private static List<Step> everyStep() {
        List<Step> steps = new ArrayList<>();
        List<HeaderLine> headers =
                Stream.of("MARK: 1", "Accept: MARK", "Range: MARK", "Content-Type: MARK/MARK")
                        .map(SameWordsTest::header)
                        .toList();
        FetchCall call = call("http://MARK/", "PUT", headers, Body.TEXT);
        steps.addAll(Classification.of(call).construction());
        steps.addAll(Classification.of(call).need());
        for (FetchCall refused :
                List.of(
                        call("MARK", "MARK MARK", List.of(), null),
                        call("http://MARK/", "TRACE", List.of(header("MARK MARK: 1")), null),
                        call("http://MARK/", "get", List.of(header("Host: MARK")), Body.TEXT))) {
            steps.addAll(Classification.of(refused).construction());
        }
        Classification.Question question =
                new Classification.Question("MARK", List.of("authorization", "mark"));
        for (List<String> answer :
                List.of(
                        List.<String>of(),
                        List.of("Allow-Origin: *"),
                        List.of("Allow-Origin: MARK"),
                        List.of("Allow-Origin: null"),
                        List.of("Allow-Origin: null", "Allow-Credentials: MARK"),
                        granting(),
                        granting("Allow-Methods: MARK MARK"),
                        granting("Allow-Methods: MARK", "Allow-Headers: MARK MARK"),
                        granting("Allow-Methods: MARK"),
                        granting("Allow-Methods: MARK", "Allow-Headers: authorization"),
                        granting("Allow-Methods: MARK", "Allow-Headers: authorization, mark"),
                        granting("Expose-Headers: MARK MARK"),
                        granting("Expose-Headers: *"))) {
            for (int status : List.of(200, 302, 500)) {
                FetchAnswer got =
                        new FetchAnswer(
                                status,
                                answer.stream()
                                        .map(line -> header("Access-Control-" + line))
                                        .toList());
                steps.addAll(
                        PreflightVerdict.of("null", CredentialsMode.INCLUDE, question, got)
                                .trace());
                steps.addAll(ReadableResponse.of("null", CredentialsMode.INCLUDE, got).trace());
            }
        }
        return steps;
    }

    private static List<String> granting(String... more) {
        return Stream.concat(
                        Stream.of("Allow-Origin: null", "Allow-Credentials: true"), Stream.of(more))
                .toList();
    }

    private static FetchCall call(
            String url, String method, List<HeaderLine> headers, @Nullable Body body) {
        return new FetchCall("null", url, method, headers, CredentialsMode.INCLUDE, body);
    }

    private static HeaderLine header(String line) {
        String[] parts = line.split(": ", 2);
        return new HeaderLine(parts[0], parts[1]);
    }

    private static String read(String name) {
        try {
            return Files.readString(PAGE.resolve(name));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}

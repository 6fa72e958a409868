package dev.preflight.lab.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.preflight.crossorigin.cases.Cases;
import dev.preflight.crossorigin.cases.Cases.Node;
import dev.preflight.lab.fetch.FetchCall.Body;
import dev.preflight.lab.fetch.FetchCall.CredentialsMode;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** The cases that the Lab's page is held to, for the same decisions in Java. */
class ConformanceTest {

    /** Calls of mode no-cors, which the Doctor does not make. */
    private static final Set<String> OF_ANOTHER_MODE = Set.of("B051");

    /** The cases' names of the steps that fail, and ours. */
    private static final Map<String, Set<String>> RULES =
            Map.of(
                    "missing-allow-origin", Set.of("allow-origin-present"),
                    "wildcard-with-credentials", Set.of("allow-origin-not-wildcard"),
                    "origin-mismatch", Set.of("allow-origin-matches"),
                    "credentials-flag", Set.of("allow-credentials-true"),
                    "preflight-redirect", Set.of("preflight-not-redirected"),
                    "preflight-status", Set.of("preflight-ok-status"),
                    "invalid-allow-methods", Set.of("allow-methods-valid"),
                    "invalid-allow-headers", Set.of("allow-headers-valid"),
                    "method-not-allowed", Set.of("method-allowed"),
                    "header-not-allowed", Set.of("header-allowed", "non-wildcard-header-allowed"));

    private static final List<Node> CASES = Cases.file("cors-cases").nodes("cases");

    @Test
    void runsAllButOneOfTheCasesThatItIsAbout() {
        assertThat(cases("browser-classify")).hasSize(36);
        assertThat(cases("browser-preflight")).hasSize(36);
        assertThat(cases("browser-response")).hasSize(15);
    }

    @TestFactory
    Stream<DynamicTest> classifies() {
        return tests("browser-classify", ConformanceTest::classifies);
    }

    private static void classifies(Node each) {
        Node request = each.node("request");
        Node expected = each.node("expect");
        String method = request.has("method") ? request.text("method") : "GET";

        Classification found =
                Classification.of(
                        new FetchCall(
                                request.text("origin"),
                                request.text("url"),
                                method,
                                headers(request),
                                CredentialsMode.OMIT,
                                body(request.text("body"))));

        assertThat(found.outcome().name().toLowerCase(Locale.ROOT).replace('_', '-'))
                .isEqualTo(expected.text("outcome"));
        if (!expected.text("outcome").equals("type-error")) {
            assertThat(found.method()).isEqualTo(expected.text("method"));
            assertThat(found.preflight())
                    .isEqualTo(
                            expected.flag("preflight")
                                    ? new Classification.Question(
                                            expected.text("acrm"), names(expected.text("acrh")))
                                    : null);
        }
    }

    private static List<String> names(String list) {
        return list.isEmpty() ? List.of() : List.of(list.split(",", -1));
    }

    private static @Nullable Body body(String kind) {
        return switch (kind) {
            case "" -> null;
            case "string" -> Body.TEXT;
            case "urlsearchparams" ->
                    new Body("application/x-www-form-urlencoded;charset=UTF-8", false);
            case "arraybuffer" -> new Body(null, false);
            case "blob-json" -> new Body("application/json", false);
            case "stream" -> new Body(null, true);
            default -> throw new IllegalArgumentException(kind);
        };
    }

    @TestFactory
    Stream<DynamicTest> judgesThePreflight() {
        return tests("browser-preflight", ConformanceTest::judgesThePreflight);
    }

    private static void judgesThePreflight(Node each) {
        Node request = each.node("request");
        Node expected = each.node("expect");

        PreflightVerdict verdict =
                PreflightVerdict.of(
                        request.text("origin"),
                        credentials(request),
                        new Classification.Question(
                                request.text("method"), request.texts("unsafeHeaders")),
                        answer(each));

        assertThat(verdict.allowed()).isEqualTo(expected.flag("ok"));
        if (verdict.allowed()) {
            assertThat(verdict.maxAge()).isEqualTo(expected.number("maxAge"));
        } else {
            assertReason(verdict.trace(), expected.text("step"));
        }
    }

    @TestFactory
    Stream<DynamicTest> readsTheResponse() {
        return tests("browser-response", ConformanceTest::readsTheResponse);
    }

    private static void readsTheResponse(Node each) {
        Node request = each.node("request");
        Node expected = each.node("expect");

        ReadableResponse read =
                ReadableResponse.of(request.text("origin"), credentials(request), answer(each));

        assertThat(read.readable()).isEqualTo(expected.flag("readable"));
        assertThat(read.status()).isEqualTo(expected.number("status"));
        // The headers that carry the permission itself are of no interest to the cases.
        assertThat(read.headers().stream().filter(name -> !name.startsWith("access-control-")))
                .isEqualTo(expected.texts("exposed"));
        if (!read.readable()) {
            assertReason(read.trace(), expected.text("step"));
        }
    }

    private static void assertReason(List<Step> trace, String step) {
        Step reason = Step.reason(trace).orElseThrow();
        assertThat(RULES.get(step)).contains(reason.rule().id());
        assertThat(trace).last().isEqualTo(reason);
        assertThat(List.of(reason.what(), String.valueOf(reason.why()), reason.todo() + ""))
                .allSatisfy(sentence -> assertThat(sentence).endsWith("."));
    }

    private static CredentialsMode credentials(Node request) {
        return CredentialsMode.valueOf(request.text("credentials").toUpperCase(Locale.ROOT));
    }

    private static FetchAnswer answer(Node each) {
        Node response = each.node("response");
        return new FetchAnswer(response.number("status"), headers(response));
    }

    private static List<HeaderLine> headers(Node node) {
        return node.headers("headers").stream()
                .map(header -> new HeaderLine(header.name(), header.value()))
                .toList();
    }

    private static List<Node> cases(String kind) {
        return CASES.stream()
                .filter(each -> each.text("kind").equals(kind))
                .filter(each -> !OF_ANOTHER_MODE.contains(each.text("id")))
                .toList();
    }

    private static Stream<DynamicTest> tests(String kind, Consumer<Node> test) {
        return cases(kind).stream()
                .map(
                        each ->
                                DynamicTest.dynamicTest(
                                        each.text("id") + " " + each.text("title"),
                                        () -> test.accept(each)));
    }
}

package dev.preflight.lab.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.preflight.testing.Json;

import org.junit.jupiter.api.Test;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

class DoctorCommandTest {

    private static final String PAGE = "https://app.example.com";

    /** What the command left behind. */
    private record Ended(int code, String out, String err) {}

    private static Ended doctor(String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int code =
                DoctorCommand.run(
                        List.of(arguments),
                        new PrintStream(out, true, StandardCharsets.UTF_8),
                        new PrintStream(err, true, StandardCharsets.UTF_8));
        return new Ended(
                code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    /** In a process of its own, as a build calls it. */
    private static Ended doctorInAProcess(String... arguments) throws Exception {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(
                List.of(
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        "dev.preflight.Application",
                        "doctor"));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command);
        // As on a machine that knows ASCII alone.
        builder.environment().put("LC_ALL", "C");
        Process process = builder.start();
        byte[] out = process.getInputStream().readAllBytes();
        byte[] err = process.getErrorStream().readAllBytes();
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        return new Ended(
                process.exitValue(),
                new String(out, StandardCharsets.UTF_8),
                new String(err, StandardCharsets.UTF_8));
    }

    private static Ended examine(
            Function<TargetServer.Seen, String> answers, List<String> seen, String... arguments)
            throws IOException {
        try (TargetServer target = TargetServer.answering(answers)) {
            List<String> all =
                    new ArrayList<>(List.of(target.address() + "/posts", "--origin", PAGE));
            all.addAll(List.of(arguments));
            Ended ended = doctor(all.toArray(String[]::new));
            target.seen().forEach(request -> seen.add(request.method()));
            return ended;
        }
    }

    @Test
    void endsWith0WhereThePageMayReadTheAnswer() throws Exception {
        Ended ended;
        try (TargetServer target =
                TargetServer.answering(
                        _ -> TargetServer.answer(200, "Access-Control-Allow-Origin: " + PAGE))) {
            ended = doctorInAProcess(target.address() + "/posts", "--origin", PAGE);

            assertThat(target.seen()).extracting(TargetServer.Seen::method).containsExactly("GET");
        }

        assertThat(ended.err()).isEmpty();
        assertThat(ended.code()).isZero();
        assertThat(ended.out())
                .contains("Allowed: The page may read the answer, with status 200.")
                .contains(
                        "Passed        Access-Control-Allow-Origin is “"
                                + PAGE
                                + "”, which covers the page.")
                .contains("Fetch, CORS check: https://fetch.spec.whatwg.org/#concept-cors-check");
    }

    @Test
    void warnsOfAServerThatLetsEverySiteReadAsItsVisitor() throws IOException {
        List<String> seen = new ArrayList<>();
        Ended echoing = examine(DoctorCommandTest::echo, seen, "--credentials", "include");

        assertThat(echoing.code()).isZero();
        assertThat(echoing.out())
                .contains("Allowed: The page may read the answer, with status 200.")
                .contains("Warning: The answer also allows https://preflight-doctor.invalid")
                .contains("with credentials, so every site can call it as whoever visits it.");
        assertThat(seen).containsExactly("GET", "GET");
        seen.clear();

        // Only what changes nothing is sent a second time.
        Ended sent = examine(DoctorCommandTest::echo, seen, "--method", "DELETE", "--send");

        assertThat(sent.out()).contains("Warning: The answer also allows");
        assertThat(seen).containsExactly("OPTIONS", "DELETE", "OPTIONS");
    }

    @Test
    void warnsOfNothingWhereNoPreflightLetsAnybodyIn() throws IOException {
        Ended ended = examine(seen -> echo(404, seen), new ArrayList<>(), "--method", "DELETE");

        assertThat(ended.code()).isEqualTo(1);
        assertThat(ended.out()).doesNotContain("Warning");
    }

    private static String echo(TargetServer.Seen seen) {
        return echo(200, seen);
    }

    private static String echo(int status, TargetServer.Seen seen) {
        return TargetServer.answer(
                status,
                "Access-Control-Allow-Origin: " + seen.header("Origin"),
                "Access-Control-Allow-Credentials: true",
                "Access-Control-Allow-Methods: DELETE",
                "Vary: Origin");
    }

    @Test
    void warnsOfNothingWhereTheServerComparesWithAList() throws IOException {
        List<String> seen = new ArrayList<>();
        Ended ended =
                examine(
                        _ ->
                                TargetServer.answer(
                                        200,
                                        "Access-Control-Allow-Origin: " + PAGE,
                                        "Access-Control-Allow-Credentials: true"),
                        seen,
                        "--json");

        assertThat(seen).containsExactly("GET", "GET");
        assertThat(Json.object(ended.out())).containsEntry("warning", null);
    }

    @Test
    void endsWith1AndTheLineThatIsMissing() throws IOException {
        List<String> seen = new ArrayList<>();
        Ended ended =
                examine(
                        _ ->
                                TargetServer.answer(
                                        204,
                                        "Access-Control-Allow-Origin: " + PAGE,
                                        "Access-Control-Allow-Methods: PUT"),
                        seen,
                        "--method",
                        "PUT",
                        "--send",
                        "--header",
                        "Content-Type: application/json",
                        "--header",
                        "X-A: 1");

        assertThat(ended.code()).isEqualTo(1);
        assertThat(ended.out())
                .contains("Preflight     There is a preflight, because of the method PUT.")
                .contains("Stopped here  The request was not sent: it has the header content-type")
                .contains("Blocked by the rule header-allowed: ")
                .contains("Why: Each header that needs a preflight has to be named")
                .contains("Add to the preflight’s answer:")
                .contains("Access-Control-Allow-Headers: content-type, x-a");
        // What a browser would not send, it does not run.
        assertThat(seen).containsExactly("OPTIONS");
    }

    @Test
    void runsAMethodThatCouldChangeSomethingOnlyWithSend() throws IOException {
        Function<TargetServer.Seen, String> answers =
                _ ->
                        TargetServer.answer(
                                200,
                                "Access-Control-Allow-Origin: " + PAGE,
                                "Access-Control-Allow-Methods: DELETE");
        List<String> seen = new ArrayList<>();

        Ended without = examine(answers, seen, "--method", "DELETE");

        assertThat(without.code()).isZero();
        assertThat(without.out()).contains("The browser may send the DELETE; it was not sent here");
        assertThat(seen).containsExactly("OPTIONS");
        seen.clear();

        assertThat(examine(answers, seen, "--method", "DELETE", "--send").code()).isZero();
        assertThat(seen).containsExactly("OPTIONS", "DELETE");
    }

    @Test
    void printsOneJsonObject() throws IOException {
        Ended ended =
                examine(
                        _ -> TargetServer.answer(200, "Access-Control-Allow-Origin: *"),
                        new ArrayList<>(),
                        "--credentials",
                        "include",
                        "--json");

        assertThat(ended.code()).isEqualTo(1);
        Map<String, Object> json = Json.object(ended.out());
        assertThat(json)
                .containsOnlyKeys(
                        "verdict",
                        "rule",
                        "failure",
                        "what",
                        "why",
                        "todo",
                        "section",
                        "missing",
                        "warning",
                        "preflight",
                        "request",
                        "steps")
                .containsEntry("verdict", "blocked")
                .containsEntry("rule", "allow-origin-not-wildcard")
                .containsEntry("section", "https://fetch.spec.whatwg.org/#concept-cors-check")
                .containsEntry(
                        "missing", List.of("Access-Control-Allow-Origin: " + PAGE, "Vary: Origin"))
                .containsEntry("failure", null)
                .containsEntry("preflight", null);
        assertThat(json.get("what")).asString().contains("allows every origin, “*”");
        assertThat(json.get("request"))
                .asString()
                .contains(
                        "method=GET", "status=200", "{name=access-control-allow-origin, value=*}");
        assertThat(Json.objects(ended.out(), "steps"))
                .last()
                .satisfies(
                        step ->
                                assertThat(step)
                                        .containsEntry("of", "response")
                                        .containsEntry("rule", "allow-origin-not-wildcard")
                                        .containsEntry("outcome", "fail"));
    }

    @Test
    void printsJsonOfPrintableAsciiAlone() throws IOException {
        Ended ended =
                examine(
                        _ ->
                                TargetServer.answer(
                                        200,
                                        "Access-Control-Allow-Origin: é\u009b2J",
                                        "X-Note: \u0085é\u009b2J"),
                        new ArrayList<>(),
                        "--json");

        assertThat(ended.out()).matches("[\\n\\r -~]+").contains("\\u009B2J", "\\u0085\\u00E9");
        assertThat(Json.object(ended.out()).get("request"))
                .asString()
                .contains("value=\u0085é\u009b2J");
    }

    @Test
    void endsWith2WhereTheHeadersAreTooManyToLookAt() throws IOException {
        Ended ended =
                examine(
                        _ -> TargetServer.answer(200, "X-Long: " + "a".repeat(33 * 1024)),
                        new ArrayList<>());

        assertThat(ended.code()).isEqualTo(2);
        assertThat(ended.out())
                .contains("Unreachable: 127.0.0.1:", "answered with more than 32 KB of headers")
                .contains("What to do: Shorten the headers of its answer first.");
    }

    @Test
    void endsWith1WhereTheAnswerLeadsElsewhere() throws IOException {
        Ended ended =
                examine(
                        _ ->
                                TargetServer.answer(
                                        301,
                                        "Access-Control-Allow-Origin: *",
                                        "Location: https://elsewhere.example/"),
                        new ArrayList<>());

        assertThat(ended.code()).isEqualTo(1);
        assertThat(ended.out()).contains("Redirected: The answer, 301, redirects to https://else");
    }

    @Test
    void endsWith2WhereNothingAnswers() throws Exception {
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            port = free.getLocalPort();
        }

        Ended ended = doctor("http://127.0.0.1:" + port, "--origin", PAGE, "--json");

        assertThat(ended.code()).isEqualTo(2);
        assertThat(Json.object(ended.out()))
                .containsEntry("verdict", "unreachable")
                .containsEntry("failure", "unreachable")
                .containsEntry("rule", null);
    }

    @Test
    void endsWith2WhereTheAnswerTakesTooLong() throws IOException {
        Ended ended = examine(_ -> "", new ArrayList<>(), "--timeout", "1");

        assertThat(ended.code()).isEqualTo(2);
        assertThat(ended.out()).contains("Unreachable: ", "did not answer within 1 second:");
    }

    @Test
    void endsWith64AndItsUsageWhereItIsCalledWrongly() throws Exception {
        Ended ended = doctorInAProcess("https://api.example.com");

        assertThat(ended.code()).isEqualTo(64);
        assertThat(ended.out()).isEmpty();
        assertThat(ended.err())
                .startsWith("Whose request is it? Write the page's origin")
                .contains(DoctorCommand.USAGE);
    }

    @Test
    void printsItsUsageWhenAsked() {
        Ended ended = doctor("--help");

        assertThat(ended.code()).isZero();
        assertThat(ended.out())
                .isEqualTo(DoctorCommand.USAGE)
                .contains("once more, as if from an origin that is made up");
    }

    @Test
    void showsNothingThatCouldMoveTheCursor() {
        assertThat(DoctorText.printable("a\u001b[2Jb\u009bc\u202ed\r\ne“é”"))
                .isEqualTo("a?[2Jb?c?d?\ne“é”");
    }
}

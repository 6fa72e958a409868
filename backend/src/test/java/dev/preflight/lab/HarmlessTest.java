package dev.preflight.lab;

import static org.assertj.core.api.Assertions.assertThat;

import dev.preflight.testing.Person;
import dev.preflight.testing.ServerLog;
import dev.preflight.testing.Wire;

import io.micronaut.test.extensions.junit5.annotation.MicronautTest;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** What the Lab could do to the app beside it, and does not, with all that it has in use. */
@MicronautTest(transactional = false)
class HarmlessTest extends LabTest {

    /** The app's names, and what somebody could take for them or for the Lab's. */
    private static final List<String> NOT_OF_THE_LAB =
            List.of(
                    "preflight",
                    "preflight-refresh",
                    "__Host-preflight",
                    "__Secure-preflight-refresh",
                    "PREFLIGHT",
                    "preflight-lab-1",
                    "__Host-lab-1",
                    "__Secure-lab-1",
                    "Lab-a",
                    "LAB-a",
                    "xlab-1",
                    "lab_a",
                    "lab",
                    "$lab-1",
                    "\"lab-1\"",
                    "");

    @Test
    void noCookieOfTheAppIsInAnyJournal() {
        Person member = member();
        String cookies = cookiesOf(member);
        String target = started(everything(""));
        String id = started(everything(", \"redirect\": {\"run\": \"" + target + "\"}"));

        try (ServerLog log = ServerLog.listen()) {
            for (String run : List.of(id, target)) {
                for (String method : List.of("GET", "HEAD", "POST", "PUT", "patch", "TRACE")) {
                    ask(method, run, cookies);
                }
                ask("OPTIONS", run, cookies, "Access-Control-Request-Method", "PUT");
                ask("POST", run, cookies, "Content-Type", "application/x-www-form-urlencoded");
            }
            for (String run : List.of(id, target)) {
                String journal = member.get("/api/lab/runs/" + run).body();
                assertThat(exchanges(run))
                        .hasSize(8)
                        .allSatisfy(
                                exchange ->
                                        assertThat(exchange)
                                                .containsEntry(
                                                        "cookieNames", List.of("lab-2", "lab-3")));
                for (String shown : List.of(journal, stream(run, 8), log.lines().toString())) {
                    assertNothingOfTheApp(shown, member);
                }
            }
        }
        assertThat(member.get("/api/authentication").status()).isEqualTo(200);
    }

    private static void assertNothingOfTheApp(String shown, Person member) {
        assertThat(shown)
                .doesNotContain(member.cookie("preflight"), member.cookie("preflight-refresh"))
                .doesNotContain("not-for-the-lab")
                // Its names are part of no other word that is shown.
                .doesNotContain(
                        "preflight-", "preflight=", "\"preflight\",\"lab", "__Host", "__Secure")
                .doesNotContain("LAB-a", "Lab-a", "xlab-1", "lab_a", "$lab");
    }

    /** As a browser sends them to every port and path of this host, and some that nobody sends. */
    private static String cookiesOf(Person member) {
        List<String> cookies = new ArrayList<>();
        cookies.add("preflight=" + member.cookie("preflight"));
        cookies.add("preflight-refresh=" + member.cookie("preflight-refresh"));
        cookies.add("lab-2=1");
        NOT_OF_THE_LAB.forEach(name -> cookies.add(name + "=not-for-the-lab"));
        cookies.add("lab-3=preflight=not-for-the-lab");
        cookies.add("not-for-the-lab");
        return String.join("; ", cookies);
    }

    private void ask(String method, String run, String cookies, String... more) {
        String[] headers = new String[more.length + 6];
        System.arraycopy(more, 0, headers, 6, more.length);
        headers[0] = "Cookie";
        headers[1] = cookies;
        headers[2] = "Origin";
        headers[3] = Person.CLIENT_ORIGIN;
        headers[4] = "Sec-Fetch-Site";
        headers[5] = "same-site";
        assertThat(send(method, "/runs/" + run, headers).status()).isBetween(200, 399);
    }

    /** Both answers with all that one can have. */
    private static String everything(String redirect) {
        String reply =
                """
                {"status": %d, "delayMillis": 1,
                  "headers": [{"name": "Access-Control-Allow-Origin", "value": "{origin}"},
                    {"name": "Access-Control-Allow-Credentials", "value": "true"},
                    {"name": "Access-Control-Allow-Headers", "value": "cookie, *"},
                    {"name": "Vary", "value": "Cookie"}],
                  "cookie": {"name": "lab-2", "value": "1", "sameSite": "None", "secure": true,
                    "partitioned": true}%s}
                """
                        .formatted(redirect.isEmpty() ? 200 : 307, redirect);
        return "{\"preflight\": " + reply + ", \"response\": " + reply + "}";
    }

    /** A run's journal as it is followed, up to an exchange. */
    private String stream(String id, int last) {
        try (Socket socket = new Socket(InetAddress.ofLiteral("127.0.0.1"), server.getPort())) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream()
                    .write(
                            ("GET /api/lab/runs/"
                                            + id
                                            + "/events HTTP/1.1\r\nHost: localhost\r\n\r\n")
                                    .getBytes(StandardCharsets.US_ASCII));
            BufferedReader reader =
                    new BufferedReader(
                            new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
            StringBuilder told = new StringBuilder();
            String line = reader.readLine();
            while (line != null && !line.startsWith("data: {\"number\":" + last + ",")) {
                told.append(line).append('\n');
                line = reader.readLine();
            }
            assertThat(line).isNotNull();
            return told.append(line).toString();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'name': 'preflight', REST}",
                "{'name': 'preflight-refresh', REST}",
                "{'name': '__Host-preflight', REST}",
                "{'name': '__Secure-preflight-refresh', REST}",
                "{'name': '__Host-lab-1', REST}",
                "{'name': 'Lab-a', REST}",
                "{'name': 'lab-', REST}",
                "{'name': 'lab', REST}",
                "{'name': '', REST}",
                "{'name': ' lab-1', REST}",
                "{'name': 'lab-1 ', REST}",
                "{'name': 'lab-a', REST}",
                "{'name': 'lab-01', REST}",
                "{'name': 'lab-64', REST}",
                "{'name': 'lab-100', REST}",
                "{'name': 'lab-1=b', REST}",
                "{'name': 'preflight=x; lab-1', REST}",
                "{'name': 'lab-1; preflight', REST}",
                "{'name': 'lab-1,preflight', REST}",
                "{'name': ['preflight'], REST}",
                "{'name': null, REST}",
                "{'name': 'lab-1', 'path': '/', REST}",
                "{'name': 'lab-1', 'Path': '/api', REST}",
                "{'name': 'lab-1', 'domain': 'localhost', REST}",
                "{'name': 'lab-1', 'maxAge': 99999999, REST}",
                "{'name': 'lab-1', 'attributes': 'Path=/', REST}",
                "{'name': 'lab-1', 'name': 'preflight', REST}",
                "{'name': 'preflight', 'name': 'lab-1', 'name': 'preflight', REST}",
                "{'name': 'lab-1', 'value': '1; Path=/', 'sameSite': 'Lax', FLAGS}",
                "{'name': 'lab-1', 'value': '1;Path=/', 'sameSite': 'Lax', FLAGS}",
                "{'name': 'lab-1', 'value': '1, preflight=2', 'sameSite': 'Lax', FLAGS}",
                "{'name': 'lab-1', 'value': ' ', 'sameSite': 'Lax', FLAGS}",
                "{'name': 'lab-1', 'value': '1', 'sameSite': 'Lax; Path=/', FLAGS}",
                "{'name': 'lab-1', 'value': '1', 'sameSite': 'lax', FLAGS}"
            })
    void noRunSetsACookieOfTheAppOrElsewhereThanAtRuns(String cookie) {
        String json =
                cookie.replace("REST", "'value': '1', 'sameSite': 'Lax', FLAGS")
                        .replace("FLAGS", "'secure': false, 'partitioned': false")
                        .replace('\'', '"');

        Person.Answer answer =
                visitor()
                        .post(
                                "/api/lab/runs",
                                "{\"response\": {\"status\": 200, \"headers\": [], \"cookie\": %s}}"
                                        .formatted(json));

        assertThat(answer.status()).as(answer.body()).isEqualTo(400);
        assertThat(answer.headers("Set-Cookie")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Set-Cookie",
                "set-cookie",
                "Set-Cookie2",
                "Clear-Site-Data",
                "Strict-Transport-Security",
                "Location",
                "Refresh",
                "Link",
                "Content-Type",
                "Content-Disposition",
                "Content-Encoding",
                "Content-Length",
                "Content-Location",
                "Content-Security-Policy",
                "X-Content-Type-Options",
                "Cache-Control",
                "Transfer-Encoding",
                "Connection",
                "Upgrade",
                "Service-Worker-Allowed",
                "Alt-Svc",
                "NEL",
                "Report-To",
                "Reporting-Endpoints",
                "Origin-Agent-Cluster",
                "Cross-Origin-Opener-Policy",
                "Access-Control-Allow-Origin-X",
                ""
            })
    void noRunSendsAHeaderThatChangesAnythingButItself(String name) {
        Person.Answer answer =
                visitor()
                        .post(
                                "/api/lab/runs",
                                """
                                {"response": {"status": 200, "headers": [{"name": "%s", "value": "x"}]}}
                                """
                                        .formatted(name));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.violatedFields()).containsExactly("response.headers[0].name");
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 203, 206, 300, 302, 400, 404, 418, 500, 599})
    void noAnswerIsAPageWhateverIsSaidAndAsked(int status) {
        String page = "<!doctype html><script>alert(1)</script>";
        String id =
                started(
                        """
                        {"response": {"status": %d, "headers": [
                            {"name": "X-Lab-Example", "value": "%s"},
                            {"name": "Vary", "value": "%s"},
                            {"name": "Access-Control-Allow-Origin", "value": "{origin}"}]}}
                        """
                                .formatted(status, page, page));
        for (String method : List.of("GET", "HEAD", "POST", "OPTIONS")) {
            for (String target : List.of("/runs/" + id, "/runs/" + id + "?" + "%3Cscript%3E")) {
                Wire.Answer answer =
                        send(
                                method,
                                target,
                                "Accept",
                                "text/html",
                                "Origin",
                                "<script>alert(1)</script>",
                                "Range",
                                "bytes=0-1",
                                "Content-Type",
                                "text/html");

                assertThat(answer.status()).isEqualTo(status);
                assertThat(answer.all("content-type")).containsExactly("application/json");
                assertThat(answer.all("x-content-type-options")).containsExactly("nosniff");
                assertThat(answer.all("content-security-policy"))
                        .containsExactly("sandbox; default-src 'none'");
                assertThat(answer.body()).doesNotContain("<");
            }
        }
    }
}

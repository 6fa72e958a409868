package dev.preflight.lab;

import static org.assertj.core.api.Assertions.assertThat;

import dev.preflight.testing.Json;
import dev.preflight.testing.Person;
import dev.preflight.testing.Wire;

import io.micronaut.test.extensions.junit5.annotation.MicronautTest;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

@MicronautTest(transactional = false)
class InitiatorsTest extends LabTest {

    /** The server's own origin in tests. */
    private static final String OWN = "http://localhost:8080";

    private static final String REFUSALS_POLICY = "default-src 'none'; frame-ancestors 'none'";

    @Test
    void namesFourOriginsOnOneOtherPort() {
        Person.Answer lab = visitor().get("/api/lab");
        int port = initiatorPort();

        assertThat(lab.status()).isEqualTo(200);
        assertThat(port).isNotEqualTo(server.getPort());
        assertThat(Json.object(lab.body()))
                .isEqualTo(
                        Map.of(
                                "initiators",
                                List.of(
                                        initiator("another-port", "localhost", port),
                                        initiator("another-site", "127.0.0.1", port),
                                        initiator("subdomain", "a.localhost", port),
                                        initiator("null", "localhost", port)),
                                "doctor",
                                false));
    }

    @Test
    void tellsThatUnderAllRulesOfTheApi() {
        Person.Answer lab = visitor().get("/api/lab");

        assertThat(lab.header("Access-Control-Allow-Origin")).isEqualTo(Person.CLIENT_ORIGIN);
        assertThat(lab.header("Vary")).isEqualTo("Origin");
        assertThat(lab.header("Cache-Control")).isEqualTo("no-store");
        assertThat(visitor().post("/api/lab", "{}").status()).isEqualTo(405);
        assertThat(visitor().post("/api/lab", "{}", "Origin", "https://evil.example").problem())
                .isEqualTo("foreign-origin");
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "127.0.0.1", "a.localhost", "[::1]", "LOCALHOST"})
    void servesThePageByEachNameOfThisMachine(String host) {
        Wire.Answer page = ask("GET", "/", host + ":" + initiatorPort());

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.all("content-type")).containsExactly("text/html; charset=utf-8");
        assertThat(page.all("cache-control")).containsExactly("no-store");
        assertThat(page.all("x-content-type-options")).containsExactly("nosniff");
        assertThat(page.all("referrer-policy")).containsExactly("strict-origin-when-cross-origin");
        assertThat(page.names())
                .doesNotContain("x-frame-options", "cross-origin-opener-policy", "set-cookie");
        assertThat(page.body())
                .contains(
                        "data-server=\"" + OWN + "\"",
                        "data-labs=\"" + Person.CLIENT_ORIGIN + " " + OWN + "\"")
                .doesNotContain("{{", "}}");
    }

    @Test
    void letsThePageRunItsOwnScriptAndCallRunsAndNothingElse() {
        Wire.Answer page = ask("GET", "/", "localhost");

        assertThat(page.all("content-security-policy"))
                .containsExactly(
                        "default-src 'none'; script-src "
                                + hash("script", page.body())
                                + "; style-src "
                                + hash("style", page.body())
                                + "; img-src data:; connect-src "
                                + OWN
                                + "/runs/; form-action "
                                + OWN
                                + "/runs/; base-uri 'none'; frame-ancestors "
                                + Person.CLIENT_ORIGIN
                                + " "
                                + OWN);
    }

    @Test
    void sendsTheHeadAlone() {
        Wire.Answer head = ask("HEAD", "/", "localhost");

        assertThat(head.status()).isEqualTo(200);
        assertThat(head.body()).isEmpty();
        assertThat(head.names()).isEqualTo(ask("GET", "/", "localhost").names());
        assertThat(ask("GET", "/?12", "localhost").status()).isEqualTo(200);
    }

    @Test
    void listensOnIpv6AtTheSamePortIfThereIsAny() throws Exception {
        InetAddress ipv6 = InetAddress.ofLiteral("::1");
        if (!ipv6.isReachable(1000)) {
            return;
        }
        try (Socket socket = new Socket(ipv6, initiatorPort())) {
            socket.getOutputStream()
                    .write(
                            "GET / HTTP/1.1\r\nHost: localhost\r\n\r\n"
                                    .getBytes(StandardCharsets.US_ASCII));

            assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                    .startsWith("HTTP/1.1 200 OK");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "evil.example",
                "evil.example:8080",
                "localhost.evil.example",
                "evil.example#.localhost",
                "127.0.0.1.evil.example",
                "192.168.1.7",
                "0.0.0.0",
                "localhost, evil.example",
                "user@localhost",
                ""
            })
    void answersToNoNameOfAnybodyElse(String host) {
        assertRefused(421, ask("GET", "/", host));
    }

    @Test
    void answersToOneNameAndNotToTwoOrNone() {
        Wire.Answer two =
                new Wire(initiatorPort())
                        .send(
                                new Wire.Request(
                                        "GET",
                                        "/",
                                        List.of(
                                                new Wire.Header("Host", "localhost"),
                                                new Wire.Header("Host", "evil.example")),
                                        ""));

        assertRefused(421, two);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/index.html",
                "/favicon.ico",
                "/.",
                "/?x",
                "/?1x",
                "/x?1",
                "/%2e%2e/application.yml",
                "/../application.yml",
                "/runs/x",
                "/api/lab",
                "/lab/initiator.js",
                "http://localhost/",
                "http://evil.example/"
            })
    void hasNothingAtAnyOtherAddress(String target) {
        assertRefused(404, ask("GET", target, "localhost"));
    }

    @ParameterizedTest
    @CsvSource({"//, 400", "*, 404", "/|, 400"})
    void hasNothingAtWhatIsNoAddressEither(String target, int status) {
        Wire.Answer answer = ask("GET", target, "localhost");

        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.body()).doesNotContain("data-server");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "PROPFIND", "get"})
    void isOnlyRead(String method) {
        Wire.Answer answer = ask(method, "/", "localhost");

        assertRefused(405, answer);
        assertThat(answer.all("allow")).containsExactly("GET, HEAD");
    }

    @Test
    void allowsNoOtherOriginToReadItByScript() {
        Wire.Answer answer =
                new Wire(initiatorPort())
                        .send(
                                new Wire.Request(
                                        "GET",
                                        "/",
                                        List.of(new Wire.Header("Origin", Person.CLIENT_ORIGIN)),
                                        ""));

        assertThat(answer.names()).noneMatch(name -> name.startsWith("access-control"));
    }

    private static void assertRefused(int status, Wire.Answer answer) {
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.all("content-type")).containsExactly("text/plain; charset=utf-8");
        assertThat(answer.all("content-security-policy")).containsExactly(REFUSALS_POLICY);
        assertThat(answer.all("x-content-type-options")).containsExactly("nosniff");
        assertThat(answer.all("cache-control")).containsExactly("no-store");
        assertThat(answer.body()).endsWith(".\n").doesNotContain("<");
    }

    private Wire.Answer ask(String method, String target, String host) {
        return new Wire(initiatorPort())
                .send(new Wire.Request(method, target, List.of(new Wire.Header("Host", host)), ""));
    }

    private static Map<String, String> initiator(String name, String host, int port) {
        return Map.of("name", name, "url", "http://" + host + ":" + port + "/");
    }

    /** As browsers take it, of what is between an element's tags. */
    private static String hash(String element, String html) {
        Matcher content =
                Pattern.compile("<" + element + "[^>]*>(.*?)</" + element + ">", Pattern.DOTALL)
                        .matcher(html);
        assertThat(content.find()).isTrue();
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256")
                            .digest(content.group(1).getBytes(StandardCharsets.UTF_8));
            return "'sha256-" + Base64.getEncoder().encodeToString(digest) + "'";
        } catch (NoSuchAlgorithmException impossible) {
            throw new AssertionError(impossible);
        }
    }
}

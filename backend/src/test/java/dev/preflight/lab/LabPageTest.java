package dev.preflight.lab;

import static org.assertj.core.api.Assertions.assertThat;

import dev.preflight.testing.Wire;

import io.micronaut.test.extensions.junit5.annotation.MicronautTest;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;

/** The Lab's page alone may call any server, however another address is written. */
@MicronautTest(transactional = false)
class LabPageTest extends LabTest {

    private static final String ORDINARY =
            "default-src 'self'; img-src 'self' https: data:; object-src 'none'; base-uri 'none';"
                    + " form-action 'self'; frame-ancestors 'none'";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/lab",
                "/lab/",
                "/lab?a=b",
                "/lab/build",
                "/lab/build?run=%7B%7D",
                "/lab/origins/",
                "/lab/a/b"
            })
    void mayCallAnyServerFrameThePageAndKeepItsWindows(String target) {
        Wire.Answer page = open(target);

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.all("content-type")).containsExactly("text/html; charset=utf-8");
        assertThat(page.all("content-security-policy"))
                .containsExactly(
                        ORDINARY.replace(
                                "img-src",
                                "connect-src 'self' http: https:; frame-src 'self'"
                                        + " http://localhost:"
                                        + initiatorPort()
                                        + "; img-src"));
        assertThat(page.all("cross-origin-opener-policy"))
                .containsExactly("same-origin-allow-popups");
    }

    @Test
    void isProtectedAsEveryPageIsBesides() {
        Wire.Answer lab = open("/lab");
        Wire.Answer home = open("/");

        for (String name :
                List.of(
                        "x-frame-options",
                        "x-content-type-options",
                        "referrer-policy",
                        "permissions-policy",
                        "cross-origin-resource-policy",
                        "vary")) {
            assertThat(lab.all(name)).as(name).hasSize(1).isEqualTo(home.all(name));
        }
    }

    /** Chromium would go on with the policy that it has stored, which may be of another start. */
    @Test
    void isNeverToldToBeTheSame() {
        String etag = open("/").all("etag").getFirst();

        Wire.Answer again = open("/lab", "If-None-Match", etag);

        assertThat(again.status()).isEqualTo(200);
        assertThat(again.all("etag")).isEmpty();
        assertThat(again.all("cache-control")).containsExactly("no-store");
    }

    @Test
    void isFoundHoweverManyPartsItsAddressHas() {
        Wire.Answer page = open("/lab" + "/a".repeat(2000));

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.all("cross-origin-opener-policy"))
                .containsExactly("same-origin-allow-popups");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/?/lab",
                "/labx",
                "/lab%2f..",
                "/lab%2Fbuild",
                "/lab;x=y",
                "/lab%20",
                "/lab%00",
                "/lab/..",
                "/lab/../posts",
                "/lab/%2e%2e/posts",
                "/lab/./build",
                "/lab//build",
                "//lab",
                "//lab/build",
                "/./lab",
                "/x/../lab",
                "/x/lab",
                "/LAB",
                "/Lab",
                "/l%61b",
                "/%6cab",
                "/lab\\build",
                "/index.html",
                "/lab.html",
                "/lab/index.html",
                "/posts",
                "/log-in",
                "/account",
                "/api/lab",
                "/api/lab/runs",
                "/runs/lab",
                "/health"
            })
    void noOtherAddressMay(String target) {
        Wire.Answer answer = open(target);

        assertThat(answer.all("content-security-policy"))
                .as(answer.toString())
                .allMatch(
                        policy -> !policy.contains("connect-src") && !policy.contains("frame-src"));
        assertThat(answer.all("cross-origin-opener-policy"))
                .doesNotContain("same-origin-allow-popups");
        // What does not even parse is answered before any filter, and is no page.
        if (answer.status() != 400) {
            assertThat(answer.all("content-security-policy")).hasSize(1);
        }
    }

    @Test
    void isAPageOnlyWhereOneIsAskedFor() {
        assertThat(visitor().get("/lab").problem()).isEqualTo("not-found");
        assertThat(visitor().post("/lab", "{}").problem()).isEqualTo("not-found");
        assertThat(visitor().post("/lab", "{}", "Accept", "text/html").problem())
                .isEqualTo("not-found");
    }

    private Wire.Answer open(String target, String... headers) {
        String[] all = new String[headers.length + 2];
        System.arraycopy(headers, 0, all, 2, headers.length);
        all[0] = "Accept";
        all[1] = "text/html,application/xhtml+xml,*/*;q=0.8";
        return send("GET", target, all);
    }
}

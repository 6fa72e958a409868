package dev.preflight.web.proxies;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LoopbackTest {

    /** The longest name that there can be (RFC 1035 §2.3.4), without the dot at its end. */
    private static final String LONGEST = "a.".repeat(122) + "localhost";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "localhost",
                "LocalHost:8080",
                "a.localhost",
                "localhost.localhost:",
                "a-b.c.localhost:5173",
                "127.0.0.1",
                "127.255.1.2:80",
                "[::1]:8080"
            })
    void namesThisMachine(String host) {
        assertThat(Loopback.isHostHeader(host)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "localhost.",
                "localhost.example",
                "evil.example",
                ".localhost",
                "a..localhost",
                "-a.localhost",
                "a-.localhost",
                "xlocalhost.example",
                "localhost:123456",
                "evil.example#.localhost",
                "127.0.0.256",
                "127.0.0",
                "127.0.0.1\u0661",
                "::1"
            })
    void namesNoOther(String host) {
        assertThat(Loopback.isHostHeader(host)).isFalse();
    }

    @Test
    void namesNothingThatIsLongerThanANameCanBe() {
        assertThat(LONGEST).hasSize(253);
        assertThat(Loopback.isHost(LONGEST)).isTrue();
        assertThat(Loopback.isHostHeader(LONGEST)).isTrue();
        assertThat(Loopback.isHostHeader(LONGEST + ":65535")).isTrue();
        assertThat(Loopback.isHost("a" + LONGEST)).isFalse();
        assertThat(Loopback.isHostHeader("a" + LONGEST)).isFalse();
        assertThat(Loopback.isHostHeader("a.".repeat(100_000) + "localhost")).isFalse();
    }
}

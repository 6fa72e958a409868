package dev.preflight.web.proxies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.net.InetAddress;
import java.util.List;
import java.util.Random;

class ForwardingTest {

    private static final TrustedProxies TRUSTED =
            TrustedProxies.parse("10.0.0.0/24, 2001:db8::/64");

    private static final String PROXY = "10.0.0.1";

    /** Who sends it, its X-Forwarded-For, and whom the server believes it to come from. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            textBlock =
                    """
                    203.0.113.9 | -                                    | 203.0.113.9
                    203.0.113.9 | 198.51.100.1                         | 203.0.113.9
                    127.0.0.1   | 198.51.100.1                         | 127.0.0.1
                    10.0.0.1    | -                                    | 10.0.0.1
                    10.0.0.1    | 198.51.100.1                         | 198.51.100.1
                    10.0.0.1    | 1.2.3.4, 198.51.100.1                | 198.51.100.1
                    10.0.0.1    | 10.0.0.9, 198.51.100.1, 10.0.0.2     | 198.51.100.1
                    10.0.0.1    | 198.51.100.1, 10.0.0.2, 10.0.0.3     | 198.51.100.1
                    10.0.0.1    | 10.0.0.3, 10.0.0.2                   | 10.0.0.3
                    10.0.0.1    | 198.51.100.1:4711                    | 198.51.100.1
                    10.0.0.1    | 2001:db8:1::7                        | 2001:db8:1:0:0:0:0:7
                    10.0.0.1    | [2001:db8:1::7]:443                  | 2001:db8:1:0:0:0:0:7
                    10.0.0.1    | [2001:db8:1::7]                      | 2001:db8:1:0:0:0:0:7
                    10.0.0.1    | ::ffff:198.51.100.1                  | 198.51.100.1
                    10.0.0.1    | unknown                              | 10.0.0.1
                    10.0.0.1    | 1.2.3.4, _hidden                     | 10.0.0.1
                    10.0.0.1    | 1.2.3.4, nonsense, 10.0.0.2          | 10.0.0.2
                    10.0.0.1    | localhost                            | 10.0.0.1
                    10.0.0.1    | 127.1                                | 10.0.0.1
                    10.0.0.1    | 198.51.100.1,                        | 10.0.0.1
                    10.0.0.1    | ''                                   | 10.0.0.1
                    2001:db8::5 | 198.51.100.1                         | 198.51.100.1
                    """)
    void believesTheRightmostAddressThatIsNoTrustedProxy(
            String peer, @Nullable String forwardedFor, String client) {
        assertThat(client(peer, Forwarding.customaryHops(list(forwardedFor)))).isEqualTo(client);
    }

    @Test
    void readsSeveralLinesAsOneList() {
        assertThat(client(PROXY, Forwarding.customaryHops(List.of("1.2.3.4", "198.51.100.1"))))
                .isEqualTo("198.51.100.1");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    for=198.51.100.1                                             | 198.51.100.1
                    for=1.2.3.4;for=198.51.100.1                                 | 198.51.100.1
                    For="[2001:db8:1::7]:4711";proto=https;host=a.example        | 2001:db8:1:0:0:0:0:7
                    for=1.2.3.4;proto=ftp, for=198.51.100.1;proto=https          | 198.51.100.1
                    proto=https;host="a.example:444";for=198.51.100.1, for=10.0.0.2 | 198.51.100.1
                    for=unknown;proto=https                                      | 10.0.0.1
                    by=10.0.0.1                                                  | 10.0.0.1
                    """)
    void readsTheStandardHeaderToo(String forwarded, String client) {
        assertThat(client(PROXY, Forwarding.standardHops(List.of(forwarded)))).isEqualTo(client);
    }

    @Test
    void readsOnlyTheEndOfAnEndlessList() {
        List<String> lines = List.of("1.2.3.4" + ", 10.0.0.2".repeat(500));

        assertThat(client(PROXY, Forwarding.customaryHops(lines))).isEqualTo("10.0.0.2");
    }

    @Test
    void standsAnyGarbage() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        String letters = "0123456789abcdef:.[]\"%;,=for proto host_\0\u00e9";
        for (int i = 0; i < 20_000; i++) {
            StringBuilder garbage = new StringBuilder();
            int length = random.nextInt(60);
            for (int j = 0; j < length; j++) {
                garbage.append(letters.charAt(random.nextInt(letters.length())));
            }
            List<String> lines = List.of(garbage.toString());
            assertThatCode(
                            () -> {
                                client(PROXY, Forwarding.customaryHops(lines));
                                client(PROXY, Forwarding.standardHops(lines));
                            })
                    .as("seed %d: %s", seed, garbage)
                    .doesNotThrowAnyException();
        }
    }

    private static List<String> list(@Nullable String value) {
        return value == null ? List.of() : List.of(value);
    }

    private static String client(String peer, List<String> hops) {
        return Forwarding.client(InetAddress.ofLiteral(peer), hops, TRUSTED).getHostAddress();
    }
}

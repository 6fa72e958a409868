package dev.preflight.web.proxies;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.net.InetAddress;

class TrustedProxiesTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    10.0.0.5                    | 10.0.0.5          | true
                    10.0.0.5                    | 10.0.0.6          | false
                    10.0.0.0/8                  | 10.255.255.255    | true
                    10.0.0.0/8                  | 11.0.0.0          | false
                    10.0.0.128/25               | 10.0.0.127        | false
                    10.0.0.128/25               | 10.0.0.255        | true
                    192.168.1.0/24, 10.0.0.5    | 10.0.0.5          | true
                    10.0.0.5/32                 | 10.0.0.5          | true
                    2001:db8::/32               | 2001:db8:1::1     | true
                    2001:db8::/32               | 2001:db9::1       | false
                    2001:db8::/33               | 2001:db8:8000::1  | false
                    ::1                         | ::1               | true
                    ::1                         | 127.0.0.1         | false
                    10.0.0.0/8                  | ::ffff:10.0.0.1   | true
                    ''                          | 10.0.0.1          | false
                    """)
    void trustsTheNamedAddressesAlone(String list, String address, boolean trusted) {
        TrustedProxies proxies = TrustedProxies.parse(list);

        assertThat(proxies.mistakes()).isEmpty();
        assertThat(proxies.contain(InetAddress.ofLiteral(address))).isEqualTo(trusted);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "proxy.example.com",
                "10.0.0",
                "10.1",
                "0x0a000001",
                "010.0.0.1",
                "10.0.0.256",
                "\u06611.2.3.4",
                "10.0.0.0/33",
                "10.0.0.0/-1",
                "10.0.0.0/",
                "10.0.0.0/8/8",
                "0.0.0.0/0",
                "::/0",
                "0.0.0.0/1",
                "128.0.0.0/1",
                "10.0.0.0/7",
                "2000::/3",
                "2000::/15",
                "::ffff:0.0.0.0/1",
                "2001:db8::/129",
                "2001:db8::1::1",
                "fe80::1%eth0",
                "[::1]",
                "10.0.0.1:80",
                "*",
                "all"
            })
    void saysWhatIsWrongWithAnythingElseAndTrustsNobodyForIt(String entry) {
        TrustedProxies proxies = TrustedProxies.parse(entry);

        assertThat(proxies.isEmpty()).isTrue();
        assertThat(proxies.mistakes())
                .singleElement()
                .satisfies(
                        mistake -> {
                            assertThat(mistake.entry()).isEqualTo(entry);
                            assertThat(mistake.instead()).contains("PREFLIGHT_TRUSTED_PROXIES=");
                        });
    }

    @Test
    void tellsTheStartOfARange() {
        assertThat(TrustedProxies.parse("10.0.0.7/24").mistakes())
                .singleElement()
                .extracting(TrustedProxies.Mistake::instead)
                .asString()
                .contains("10.0.0.0/24");
    }

    @Test
    void findsEveryMistakeAndAStrayComma() {
        assertThat(TrustedProxies.parse("a, 10.0.0.1,, b").mistakes()).hasSize(3);
    }
}

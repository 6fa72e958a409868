package dev.preflight.crossorigin.policy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OriginTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://localhost:5173",
                "https://app.example.com",
                "https://app.example.com:8443",
                "http://127.0.0.1:5173",
                "http://[::1]:5173",
                "https://[2001:db8::1]",
                "https://[2001:db8:0:1::1]",
                "https://xn--bcher-kva.example",
                "https://my_app-1.example.com",
                "http://app.localhost:65535",
                "http://localhost:1"
            })
    void readsWhatBrowsersSend(String text) {
        assertThat(Origin.of(text).map(Origin::serialized)).contains(text);
    }

    /** What is written, and what a browser would send for it; - where that cannot be told. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            ignoreLeadingAndTrailingWhitespace = true,
            textBlock =
                    """
                    https://App.Example.com/           | https://app.example.com
                    HTTPS://app.example.com            | https://app.example.com
                    https://app.example.com:443        | https://app.example.com
                    http://localhost:80/               | http://localhost
                    https://app.example.com:           | https://app.example.com
                    https://app.example.com:0443       | https://app.example.com
                    https://app.example.com:08443      | https://app.example.com:8443
                    https://app.example.com/a?b#c      | https://app.example.com
                    https://app.example.com?b          | https://app.example.com
                    https://app.example.com\\          | https://app.example.com
                    https://u:p@app.example.com        | https://app.example.com
                    https://app.example.com.           | https://app.example.com
                    app.example.com                    | https://app.example.com
                    app.example.com:8443/              | https://app.example.com:8443
                    localhost:5173                     | http://localhost:5173
                    https://bücher.example             | https://xn--bcher-kva.example
                    http://127.1:5173                  | http://127.0.0.1:5173
                    http://0x7f000001:5173             | http://127.0.0.1:5173
                    http://0177.0.0.1                  | http://127.0.0.1
                    http://2130706433                  | http://127.0.0.1
                    http://[0:0:0:0:0:0:0:1]:5173      | http://[::1]:5173
                    http://[2001:DB8:0:0:1:0:0:1]      | http://[2001:db8::1:0:0:1]
                    http://[::ffff:7f00:1]:5173        | http://127.0.0.1:5173
                    https://app.example.com........................ | https://app.example.com
                    https://................           | -
                    https://a℀b.example                | -
                    http://256.0.0.1                   | -
                    http://1.2.3.4.5                   | -
                    http://09.0.0.1                    | -
                    http://[::1                        | -
                    http://[fe80::1%25eth0]            | -
                    https://                           | -
                    https://a..example                 | -
                    https://a b.example                | -
                    https://app.example.com:0          | -
                    https://app.example.com:65536      | -
                    https://app.example.com:abc        | -
                    https://*.example.com              | -
                    https://a.example,https://b.example | -
                    *                                  | -
                    null                               | -
                    NULL                               | -
                    javascript:alert(1)                | -
                    capacitor://localhost              | -
                    file:///etc/passwd                 | -
                    data:text/html,x                   | -
                    """)
    void refusesOtherWaysToWriteItAndTellsTheRightOne(String text, String right) {
        assertThat(Origin.of(text)).isEmpty();
        assertThat(Origin.canonical(text).map(Origin::serialized).orElse("-")).isEqualTo(right);
    }
}

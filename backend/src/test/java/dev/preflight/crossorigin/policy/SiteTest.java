package dev.preflight.crossorigin.policy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SiteTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    http://localhost:5173            | http://localhost:8080            | SAME_SITE
                    http://localhost:8080            | http://localhost:8080            | SAME_ORIGIN
                    https://app.example.com          | https://app.example.com          | SAME_ORIGIN
                    https://app.example.com          | https://api.example.com          | SAME_SITE
                    https://app.example.com:8443     | https://example.com              | SAME_SITE
                    https://a.b.example.co.uk        | https://example.co.uk            | SAME_SITE
                    https://one.co.uk                | https://two.co.uk                | CROSS_SITE
                    https://me.github.io             | https://you.github.io            | CROSS_SITE
                    https://a.me.github.io           | https://me.github.io             | SAME_SITE
                    https://github.io                | https://me.github.io             | CROSS_SITE
                    https://www.kobe.jp              | https://city.kobe.jp             | CROSS_SITE
                    https://a.city.kobe.jp           | https://city.kobe.jp             | SAME_SITE
                    http://app.example.com           | https://app.example.com          | CROSS_SITE
                    https://example.com              | https://example.org              | CROSS_SITE
                    https://badexample.com           | https://example.com              | CROSS_SITE
                    http://app.preflight.localhost   | http://api.preflight.localhost   | SAME_SITE
                    http://a.localhost               | http://b.localhost               | CROSS_SITE
                    http://a.localhost               | http://localhost                 | CROSS_SITE
                    http://app.intranet:1            | http://api.app.intranet          | SAME_SITE
                    http://app.intranet              | http://api.intranet              | CROSS_SITE
                    http://127.0.0.1:5173            | http://127.0.0.1:8080            | SAME_SITE
                    http://127.0.0.1:5173            | http://localhost:8080            | CROSS_SITE
                    http://10.0.0.1                  | http://11.0.0.1                  | CROSS_SITE
                    http://[::1]:5173                | http://[::1]:8080                | SAME_SITE
                    http://[::1]                     | http://127.0.0.1                 | CROSS_SITE
                    https://xn--bcher-kva.example    | https://app.xn--bcher-kva.example | SAME_SITE
                    https://my_app.example.com       | https://example.com              | SAME_SITE
                    https://a.blogspot.com           | https://b.blogspot.com           | CROSS_SITE
                    """)
    void tellsHowTwoOriginsStandToEachOther(String one, String other, Site.Relation relation) {
        Origin left = Origin.of(one).orElseThrow();
        Origin right = Origin.of(other).orElseThrow();

        assertThat(Site.relation(left, right)).isEqualTo(relation);
        assertThat(Site.relation(right, left)).isEqualTo(relation);
    }
}

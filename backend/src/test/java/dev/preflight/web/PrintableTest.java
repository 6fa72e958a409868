package dev.preflight.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PrintableTest {

    @Test
    void keepsWhatIsHarmless() {
        assertThat(Printable.of("https://app.example.com:8443/a?b=c d"))
                .isEqualTo("https://app.example.com:8443/a?b=c d");
    }

    @Test
    void escapesWhatCouldBreakALineOrTurnIt() {
        assertThat(Printable.of("a\r\nb\tc\0d\u2028e\u202ef\u001b[31mg\u0085"))
                .isEqualTo("a\\u000d\\u000ab\\u0009c\\u0000d\\u2028e\\u202ef\\u001b[31mg\\u0085");
    }

    @Test
    void makesNoTextLookLikeAnother() {
        assertThat(Printable.of("\\u000a")).isEqualTo("\\u005cu000a");
    }

    @Test
    void cutsWhatIsLong() {
        assertThat(Printable.of("a".repeat(10_000))).hasSize(201).endsWith("a…");
    }
}

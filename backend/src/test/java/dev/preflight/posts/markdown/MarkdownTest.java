package dev.preflight.posts.markdown;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;

class MarkdownTest {

    private static final Pattern DANGEROUS =
            Pattern.compile(
                    "<(script|iframe|style|svg|math|form|input|object|embed|base|link|meta)"
                            + "|<[^>]+\\son\\w+\\s*="
                            + "|(href|src)=\"(?!https?://|mailto:|#|/[^/\\\\])",
                    Pattern.CASE_INSENSITIVE);

    private final Markdown markdown = new Markdown();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    *a* **b** `c` ~~d~~          | <p><em>a</em> <strong>b</strong> <code>c</code> <del>d</del></p>
                    # One                        | <h2>One</h2>
                    ###### Six                   | <h6>Six</h6>
                    > q                          | <blockquote><p>q</p></blockquote>
                    - a                          | <ul><li>a</li></ul>
                    3. a                         | <ol start="3"><li>a</li></ol>
                    [a](https://b.example)       | <p><a href="https://b.example" rel="nofollow noopener ugc">a</a></p>
                    https://b.example            | <p><a href="https://b.example" rel="nofollow noopener ugc">https://b.example</a></p>
                    [a](/posts/1) [b](#c)        | <p><a href="/posts/1" rel="nofollow noopener ugc">a</a> <a href="#c" rel="nofollow noopener ugc">b</a></p>
                    [a](javascript:x)            | <p>a</p>
                    ![a](https://b.example/c.png) | <p><img src="https://b.example/c.png" alt="a" /></p>
                    """)
    void rendersWhatAuthorsWrite(String source, String html) {
        assertThat(markdown.toHtml(source).replace("\n", "")).isEqualTo(html);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "<SCRIPT SRC=//evil.example/x.js></SCRIPT>",
                "a <img src=x onerror=alert(1)> b",
                "<svg/onload=alert(1)>",
                "<iframe srcdoc=\"<script>alert(1)</script>\"></iframe>",
                "[a](javascript:alert(1))",
                "[a](JaVaScRiPt:alert(1))",
                "[a](java&#10;script:alert(1))",
                "[a](&#x6A;avascript:alert(1))",
                "[a](data:text/html;base64,PHNjcmlwdD4=)",
                "[a](vbscript:x)",
                "[a](//evil.example)",
                "[a](/\\evil.example)",
                "<javascript:alert(1)>",
                "![a](javascript:alert(1))",
                "![a](data:image/svg+xml;base64,PHN2Zz4=)",
                "![\"onerror=alert(1) x=\"](https://a.example/\"onerror=alert(1))",
                "[a](https://b.example \"\\\" onmouseover=alert(1) x=\\\"\")",
                "```\"><script>alert(1)</script>\nx\n```",
                "`<script>alert(1)</script>`",
                "<a href=\"javascript:alert(1)\">x</a>",
                "<math><mtext></form><form><mglyph><style></math><img src onerror=alert(1)>",
                "<details open ontoggle=alert(1)>",
                "[a]: javascript:alert(1)\n\n[a]",
            })
    void letsNothingDangerousThrough(String source) {
        assertThat(markdown.toHtml(source)).doesNotContainPattern(DANGEROUS);
    }

    @Test
    void showsRawHtmlAsText() {
        assertThat(markdown.toHtml("Use <b>bold</b>."))
                .isEqualTo("<p>Use &lt;b&gt;bold&lt;/b&gt;.</p>\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"> ", "- ", "[", "*", "![", "<", "`", "\\", "|a", "1. ", "~~", "&#"})
    void rendersHostileNestingInReasonableTime(String piece) {
        String source = piece.repeat(100_000 / piece.length());

        Assertions.assertTimeoutPreemptively(Duration.ofSeconds(10), () -> markdown.toHtml(source));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    ![[]()            |
                    [[]()             |
                    ![                | ]
                    a ![[b]           | c]
                    *a **b            | c** d*
                    """)
    void takesNoTextForWhichItWouldTakeTheSquareOfItsLength(
            String opening, @Nullable String closing) {
        String close = closing == null ? "" : closing;
        int times = 100_000 / (opening + close).length();
        String hostile = opening.repeat(times) + close.repeat(times);

        assertThat(markdown.isTooComplex(hostile)).isTrue();
        assertThat(markdown.preview(hostile)).isEqualTo(markdown.toHtml(hostile));
        assertThat(markdown.excerpt(hostile, 160)).isEmpty();
    }

    @Test
    void letsReadersReadWhileAuthorsWait() {
        Turns authors = new Turns(1);
        Markdown busy = new Markdown(new Turns(1), authors);

        assertThat(authors.take(() -> busy.toHtml("text"))).isEqualTo("<p>text</p>\n");
    }

    @Test
    void takesWhatSomebodyMayHonestlyWrite() {
        for (String honest :
                List.of(
                        "```\n" + "\u001b[32mok\u001b[0m [[1, 2], [3\n".repeat(3_800) + "```",
                        "- [link](https://a.example/) and *emphasis* [ ] (x)\n".repeat(1_900),
                        "[#123](https://a.example/123), ".repeat(3_000),
                        "A *word* or **two** of a_long_name. ".repeat(1_600),
                        "[" + "a long aside [of asides] ".repeat(2_000) + "]",
                        "| [a](/b) | *c* |\n|---|---|\n" + "| [a](/b) | *c* |\n".repeat(4_000))) {
            assertThat(markdown.isTooComplex(honest)).as(honest.substring(0, 20)).isFalse();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    # A title first\\n\\nThen *prose* with `code`. | Then prose with code.
                    ```\\ncode\\n```\\n\\nAfter.                   | After.
                    One\\ntwo\\n\\nthree                           | One two three
                    - item                                         | item
                    ![alt](https://a.example/b.png) words          | words
                    """)
    void excerptsTheProse(String source, String excerpt) {
        assertThat(markdown.excerpt(source.replace("\\n", "\n"), 160)).isEqualTo(excerpt);
    }

    @Test
    void leavesTablesOutOfAnExcerpt() {
        assertThat(markdown.excerpt("Before:\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\nAfter.", 160))
                .isEqualTo("Before: After.");
    }

    @Test
    void endsACutExcerptWithoutALooseComma() {
        assertThat(markdown.excerpt("One, two, three, four", 12)).isEqualTo("One, two…");
    }

    @Test
    void cutsAnExcerptBetweenWordsAndNeverInsideACharacter() {
        assertThat(markdown.excerpt("word ".repeat(50), 40))
                .hasSizeLessThanOrEqualTo(40)
                .endsWith("word…");
        assertThat(markdown.excerpt("👩‍👩‍👧‍👦".repeat(20), 40))
                .hasSizeLessThanOrEqualTo(40)
                .matches("(👩‍👩‍👧‍👦)+…");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    Why the browser said no   | why-the-browser-said-no
                    Ünïcödé & Größe!          | unicode-gro-e
                    --- a ---                 | a
                    日本語                     | post
                    """)
    void makesSlugsOfTitles(String title, String slug) {
        assertThat(Slug.of(title)).isEqualTo(slug);
    }
}

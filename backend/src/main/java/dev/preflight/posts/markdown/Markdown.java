package dev.preflight.posts.markdown;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

import jakarta.inject.Singleton;

import org.commonmark.Extension;
import org.commonmark.ext.autolink.AutolinkExtension;
import org.commonmark.ext.gfm.strikethrough.StrikethroughExtension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Heading;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.owasp.html.HtmlPolicyBuilder;
import org.owasp.html.PolicyFactory;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Renders CommonMark with tables, strikethrough and bare links. Raw HTML is shown as text, and what
 * comes out passes an allow-list all the same, so that neither a bug there nor a new extension can
 * let a script through.
 */
@Singleton
public final class Markdown {

    private static final List<Extension> EXTENSIONS =
            List.of(
                    TablesExtension.create(),
                    StrikethroughExtension.create(),
                    AutolinkExtension.create());

    /**
     * Elsewhere by its full address, or a path or place on this very origin; never {@code //host}.
     */
    private static final Pattern LINK = Pattern.compile("(?is)(https?://|mailto:|#|/(?!/)).*");

    private static final Pattern LANGUAGE = Pattern.compile("language-[A-Za-z0-9+#-]{1,20}");
    private static final Pattern ALIGNMENT = Pattern.compile("left|center|right");

    /** Deeply nested input would overflow the stack; nobody writes more than this by hand. */
    private static final int DEEPEST_NESTING = 64;

    private static final long MOST_CHARACTERS = 16_000_000;

    private final Parser parser =
            Parser.builder().extensions(EXTENSIONS).maxOpenBlockParsers(DEEPEST_NESTING).build();
    private final HtmlRenderer html =
            HtmlRenderer.builder()
                    .extensions(EXTENSIONS)
                    .escapeHtml(true)
                    .sanitizeUrls(true)
                    .build();

    private final PolicyFactory allowed =
            new HtmlPolicyBuilder()
                    .allowElements(
                            "p",
                            "h2",
                            "h3",
                            "h4",
                            "h5",
                            "h6",
                            "blockquote",
                            "ul",
                            "ol",
                            "li",
                            "pre",
                            "code",
                            "em",
                            "strong",
                            "del",
                            "br",
                            "hr",
                            "table",
                            "thead",
                            "tbody",
                            "tr",
                            "th",
                            "td",
                            "a",
                            "img")
                    .allowUrlProtocols("https", "http", "mailto")
                    .allowAttributes("href")
                    .matching(LINK)
                    .onElements("a")
                    .allowAttributes("title")
                    .onElements("a")
                    .requireRelsOnLinks("nofollow", "noopener", "ugc")
                    .allowAttributes("alt", "title")
                    .onElements("img")
                    .allowAttributes("src")
                    .matching(Pattern.compile("https://.*"))
                    .onElements("img")
                    .allowAttributes("start")
                    .matching(Pattern.compile("\\d{1,9}"))
                    .onElements("ol")
                    .allowAttributes("class")
                    .matching(LANGUAGE)
                    .onElements("code")
                    .allowAttributes("align")
                    .matching(ALIGNMENT)
                    .onElements("th", "td")
                    .toFactory();

    /**
     * What was rendered lately, by its source. Not stored with the post: a mended sanitiser mends
     * old posts.
     */
    private final Cache<String, String> rendered =
            Caffeine.newBuilder()
                    .maximumWeight(MOST_CHARACTERS)
                    .weigher((String source, String result) -> source.length() + result.length())
                    .build();

    /** Markdown as HTML that is safe to insert into a page. Its highest heading is {@code h2}. */
    public String toHtml(String markdown) {
        return rendered.get(markdown, this::render);
    }

    private String render(String markdown) {
        Node document = parser.parse(markdown);
        document.accept(new HeadingsBelowTheTitle());
        return allowed.sanitize(html.render(document));
    }

    /**
     * The beginning of the prose, without markup, code blocks and tables; at most so many
     * characters, cut between words.
     */
    public String excerpt(String markdown, int length) {
        Prose prose = new Prose(length);
        parser.parse(markdown).accept(prose);
        return Cut.atWord(prose.text(), length);
    }

    /** The page's {@code h1} is the post's title. */
    private static final class HeadingsBelowTheTitle extends AbstractVisitor {
        @Override
        public void visit(Heading heading) {
            heading.setLevel(Math.max(2, heading.getLevel()));
        }
    }
}

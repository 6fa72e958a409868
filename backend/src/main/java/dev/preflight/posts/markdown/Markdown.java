package dev.preflight.posts.markdown;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

import jakarta.inject.Inject;
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

    /** Short rows are filled up to the header's width, so that a small text can make many cells. */
    private static final int MOST_TABLE_CELLS = 10_000;

    /** Ten times the longest post. */
    private static final int LONGEST_HTML = 1_000_000;

    /**
     * What readers see of a post that was stored before there were limits, or whose limits fell.
     */
    private static final String TOO_COMPLEX = "<p>This post is too complex to be shown.</p>";

    private static final List<Extension> EXTENSIONS =
            List.of(
                    TablesExtension.builder().maxCells(MOST_TABLE_CELLS).build(),
                    StrikethroughExtension.create(),
                    AutolinkExtension.create());

    /**
     * Elsewhere by its full address, or a path or place on this very origin; never {@code //host},
     * which browsers also see in a slash and a backslash.
     */
    private static final Pattern LINK =
            Pattern.compile("(?is)(https?://|mailto:|#|/(?![/\\\\])).*");

    private static final Pattern LANGUAGE = Pattern.compile("language-[A-Za-z0-9+#-]{1,20}");
    private static final Pattern ALIGNMENT = Pattern.compile("left|center|right");

    /** Deeply nested input would overflow the stack; nobody writes more than this by hand. */
    private static final int DEEPEST_NESTING = 64;

    private static final long MOST_CHARACTERS = 16_000_000;

    private final Parser parser =
            Parser.builder()
                    .extensions(EXTENSIONS)
                    .maxOpenBlockParsers(DEEPEST_NESTING)
                    .maxInlineNesting(DEEPEST_NESTING)
                    .inlineParserFactory(BoundedInlines::new)
                    .build();
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

    /** Readers never wait for authors, who may ask for the rendering of any text, and often. */
    private final Turns readers;

    private final Turns authors;

    @Inject
    Markdown() {
        this(
                new Turns(Runtime.getRuntime().availableProcessors()),
                new Turns(Math.max(1, Runtime.getRuntime().availableProcessors() / 2)));
    }

    Markdown(Turns readers, Turns authors) {
        this.readers = readers;
        this.authors = authors;
    }

    /** Markdown as HTML that is safe to insert into a page. Its highest heading is {@code h2}. */
    public String toHtml(String markdown) {
        String known = rendered.getIfPresent(markdown);
        if (known != null) {
            return known;
        }
        return readers.take(() -> remember(markdown));
    }

    /** The same for its author, who waits for other authors, and pushes no post out of memory. */
    String preview(String markdown) {
        String known = rendered.getIfPresent(markdown);
        return known == null ? authors.take(() -> render(markdown)) : known;
    }

    /**
     * Whether a text would unfold to more than anybody could read, and so must not be published.
     */
    public boolean isTooComplex(String markdown) {
        String known = rendered.getIfPresent(markdown);
        return (known == null ? authors.take(() -> remember(markdown)) : known).equals(TOO_COMPLEX);
    }

    /** Not within the cache: a slow text would hold up others that lie near it. */
    private String remember(String markdown) {
        String known = rendered.getIfPresent(markdown);
        if (known != null) {
            return known;
        }
        String result = render(markdown);
        rendered.put(markdown, result);
        return result;
    }

    private String render(String markdown) {
        try {
            Node document = parser.parse(markdown);
            document.accept(new HeadingsBelowTheTitle());
            BoundedHtml unsafe = new BoundedHtml(LONGEST_HTML);
            html.render(document, unsafe);
            return allowed.sanitize(unsafe.toString());
        } catch (BoundedInlines.TooComplex | IllegalArgumentException tooComplex) {
            return TOO_COMPLEX;
        }
    }

    /**
     * The beginning of the prose, without markup, code blocks and tables; at most so many
     * characters, cut between words. Empty if the text is too complex.
     */
    public String excerpt(String markdown, int length) {
        Prose prose = new Prose(length);
        try {
            authors.take(() -> parser.parse(markdown)).accept(prose);
        } catch (BoundedInlines.TooComplex tooComplex) {
            return "";
        }
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

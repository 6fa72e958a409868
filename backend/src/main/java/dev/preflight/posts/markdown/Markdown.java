package dev.preflight.posts.markdown;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

import dev.preflight.web.Overloaded;

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
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
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

    private static final long LONGEST_WAIT_SECONDS = 5;

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

    /**
     * As many at once as there are cores; rendering would otherwise keep all of them from serving.
     */
    private final Semaphore turns = new Semaphore(Runtime.getRuntime().availableProcessors());

    /** Markdown as HTML that is safe to insert into a page. Its highest heading is {@code h2}. */
    public String toHtml(String markdown) {
        return rendered.get(markdown, this::render);
    }

    /**
     * Whether a text would unfold to more than anybody could read, and so must not be published.
     */
    public boolean isTooComplex(String markdown) {
        return toHtml(markdown).equals(TOO_COMPLEX);
    }

    private String render(String markdown) {
        try {
            if (!turns.tryAcquire(LONGEST_WAIT_SECONDS, TimeUnit.SECONDS)) {
                throw new Overloaded("too many texts are being rendered", null);
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new Overloaded("the server is stopping", stopping);
        }
        try {
            Node document = parser.parse(markdown);
            document.accept(new HeadingsBelowTheTitle());
            BoundedHtml unsafe = new BoundedHtml(LONGEST_HTML);
            html.render(document, unsafe);
            return allowed.sanitize(unsafe.toString());
        } catch (BoundedHtml.Full | IllegalArgumentException tooComplex) {
            return TOO_COMPLEX;
        } finally {
            turns.release();
        }
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

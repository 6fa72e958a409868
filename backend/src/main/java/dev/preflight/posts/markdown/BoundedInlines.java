package dev.preflight.posts.markdown;

import org.commonmark.internal.InlineParserImpl;
import org.commonmark.node.LinkReferenceDefinition;
import org.commonmark.node.Node;
import org.commonmark.parser.InlineParser;
import org.commonmark.parser.InlineParserContext;
import org.commonmark.parser.SourceLine;
import org.commonmark.parser.SourceLines;
import org.commonmark.parser.beta.InlineContentParserFactory;
import org.commonmark.parser.beta.LinkProcessor;
import org.commonmark.parser.delimiter.DelimiterProcessor;
import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Set;

/**
 * Parses a document's inlines until it gets out of hand: each link goes through all brackets that
 * are open before it, each closed bracket looks its text up, and each end of an emphasis looks for
 * its beginning, so that a text of nothing else takes the square of its length.
 */
final class BoundedInlines implements InlineParser {

    /** Five thousand brackets in one paragraph. */
    private static final long MOST_BRACKET_PAIRS = 25_000_000;

    /** Ten thousand beginnings and ends of emphasis in one paragraph. */
    private static final long MOST_EMPHASIS_PAIRS = 100_000_000;

    private static final String EMPHASES = "*_~";

    /** A hundred times the longest post. */
    private static final long LONGEST_LABELS = 10_000_000;

    private final InlineParser parser;
    private long bracketPairs;
    private long emphasisPairs;
    private long labels;

    BoundedInlines(InlineParserContext context) {
        this.parser = new InlineParserImpl(new Labels(context));
    }

    @Override
    public void parse(SourceLines lines, Node block) {
        long brackets = 0;
        long emphases = 0;
        for (SourceLine line : lines.getLines()) {
            char previous = '\n';
            for (int i = 0; i < line.getContent().length(); i++) {
                char character = line.getContent().charAt(i);
                if (character == '[') {
                    brackets++;
                } else if (character != previous && EMPHASES.indexOf(character) >= 0) {
                    emphases++;
                }
                previous = character;
            }
        }
        bracketPairs += brackets * brackets;
        emphasisPairs += emphases * emphases;
        if (bracketPairs > MOST_BRACKET_PAIRS || emphasisPairs > MOST_EMPHASIS_PAIRS) {
            throw new TooComplex();
        }
        parser.parse(lines, block);
    }

    /** The text is no reasonable one; costs no stack, because it is expected. */
    static final class TooComplex extends RuntimeException {

        private static final long serialVersionUID = 1L;

        TooComplex() {
            super("the text unfolds to too much", null, false, false);
        }
    }

    /** Counts what is looked up. */
    private final class Labels implements InlineParserContext {

        private final InlineParserContext context;

        Labels(InlineParserContext context) {
            this.context = context;
        }

        @Override
        public <D> @Nullable D getDefinition(Class<D> type, String label) {
            labels += label.length();
            if (labels > LONGEST_LABELS) {
                throw new TooComplex();
            }
            return context.getDefinition(type, label);
        }

        @Override
        @SuppressWarnings("deprecation") // so is the method that this overrides
        public @Nullable LinkReferenceDefinition getLinkReferenceDefinition(String label) {
            return getDefinition(LinkReferenceDefinition.class, label);
        }

        @Override
        public List<InlineContentParserFactory> getCustomInlineContentParserFactories() {
            return context.getCustomInlineContentParserFactories();
        }

        @Override
        public List<DelimiterProcessor> getCustomDelimiterProcessors() {
            return context.getCustomDelimiterProcessors();
        }

        @Override
        public List<LinkProcessor> getCustomLinkProcessors() {
            return context.getCustomLinkProcessors();
        }

        @Override
        public Set<Character> getCustomLinkMarkers() {
            return context.getCustomLinkMarkers();
        }

        @Override
        public int getMaxInlineNesting() {
            return context.getMaxInlineNesting();
        }
    }
}

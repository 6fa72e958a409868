package dev.preflight.posts.markdown;

import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.CustomBlock;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Heading;
import org.commonmark.node.Image;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;

/**
 * Collects the words of a document's paragraphs, which is what a reader would be told of it first.
 */
final class Prose extends AbstractVisitor {

    private final StringBuilder words = new StringBuilder();
    private final int enough;

    /** Stops collecting after about so many characters. */
    Prose(int enough) {
        this.enough = enough;
    }

    String text() {
        return words.toString().strip().replaceAll("\\s+", " ");
    }

    @Override
    public void visit(Paragraph paragraph) {
        if (words.length() <= enough) {
            visitChildren(paragraph);
            words.append(' ');
        }
    }

    @Override
    public void visit(Heading heading) {
        // Not a sentence.
    }

    @Override
    public void visit(CustomBlock table) {
        // Its cells make no sentence.
    }

    @Override
    public void visit(Image image) {
        // Its description would read as if the author said it.
    }

    @Override
    public void visit(Text text) {
        words.append(text.getLiteral());
    }

    @Override
    public void visit(Code code) {
        words.append(code.getLiteral());
    }

    @Override
    public void visit(SoftLineBreak lineBreak) {
        words.append(' ');
    }

    @Override
    public void visit(HardLineBreak lineBreak) {
        words.append(' ');
    }
}

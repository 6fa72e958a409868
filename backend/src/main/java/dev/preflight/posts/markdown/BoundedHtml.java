package dev.preflight.posts.markdown;

/**
 * Takes so many characters and no more: a few kilobytes of Markdown can unfold to gigabytes of
 * HTML.
 */
final class BoundedHtml implements Appendable {

    private final StringBuilder html = new StringBuilder();
    private final int most;

    BoundedHtml(int most) {
        this.most = most;
    }

    @Override
    public Appendable append(CharSequence text) {
        return append(text, 0, text.length());
    }

    @Override
    public Appendable append(CharSequence text, int start, int end) {
        requireRoom(end - start);
        html.append(text, start, end);
        return this;
    }

    @Override
    public Appendable append(char character) {
        requireRoom(1);
        html.append(character);
        return this;
    }

    private void requireRoom(int characters) {
        if (characters > most - html.length()) {
            throw new BoundedInlines.TooComplex();
        }
    }

    @Override
    public String toString() {
        return html.toString();
    }
}

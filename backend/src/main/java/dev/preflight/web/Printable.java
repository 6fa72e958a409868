package dev.preflight.web;

/** Makes what a stranger sent fit for one line of a log. */
public final class Printable {

    private static final int LONGEST = 200;

    private Printable() {}

    /**
     * The text with everything escaped that could break a line, turn its direction or hide, cut
     * after 200 characters.
     */
    public static String of(String text) {
        StringBuilder printable = new StringBuilder();
        int end = Math.min(text.length(), LONGEST);
        for (int i = 0; i < end; i++) {
            char next = text.charAt(i);
            if (next >= ' ' && next <= '~' && next != '\\') {
                printable.append(next);
            } else {
                printable.append("\\u%04x".formatted((int) next));
            }
        }
        return end < text.length() ? printable.append("…").toString() : printable.toString();
    }
}

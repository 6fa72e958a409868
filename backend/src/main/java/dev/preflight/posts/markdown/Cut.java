package dev.preflight.posts.markdown;

import java.text.BreakIterator;
import java.util.Locale;
import java.util.regex.Pattern;

/** Shortens texts without breaking words or emoji. */
final class Cut {

    private static final String ELLIPSIS = "…";

    /** What would look odd before an ellipsis. */
    private static final Pattern LOOSE_END = Pattern.compile("[\\s,:;–—-]+$");

    private Cut() {}

    /** At most so many UTF-16 units of the text, the ellipsis included. */
    static String atWord(String text, int length) {
        if (text.length() <= length) {
            return text;
        }
        int room = length - ELLIPSIS.length();
        int space = text.lastIndexOf(' ', room);
        boolean hasSpaceNearTheEnd = space > length / 2;
        int end = hasSpaceNearTheEnd ? space : characterBoundary(text, room);
        return LOOSE_END.matcher(text.substring(0, end)).replaceFirst("") + ELLIPSIS;
    }

    private static int characterBoundary(String text, int room) {
        BreakIterator characters = BreakIterator.getCharacterInstance(Locale.ROOT);
        characters.setText(text);
        int boundary = characters.preceding(room + 1);
        return boundary == BreakIterator.DONE ? 0 : boundary;
    }
}

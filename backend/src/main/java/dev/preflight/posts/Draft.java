package dev.preflight.posts;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * What an author wants to publish, and which characters it may have: all that both databases can
 * keep.
 */
record Draft(String title, String content, List<String> tags) {

    /**
     * One line: no control characters, those of direction included, and no half of a surrogate
     * pair.
     */
    static final String LINE = "[^\\p{Cc}\\p{Cs}\\x{202A}-\\x{202E}\\x{2066}-\\x{2069}]*";

    /**
     * Many lines: anything but NUL, which PostgreSQL cannot store, and halves of surrogate pairs.
     */
    static final String LINES = "[^\\x00\\p{Cs}]*";

    /** Something that can be seen. */
    static final String NOT_BLANK = "(?s).*[^\\p{Z}\\p{C}].*";

    static final String TAG = "[a-z0-9-]{1,30}";

    static List<String> distinct(@Nullable List<String> tags) {
        return tags == null ? List.of() : tags.stream().distinct().toList();
    }
}

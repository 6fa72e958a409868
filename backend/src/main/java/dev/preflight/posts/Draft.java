package dev.preflight.posts;

import org.jspecify.annotations.Nullable;

import java.util.List;

/** What an author wants to publish. */
record Draft(String title, String content, List<String> tags) {

    /** Something that can be seen. */
    static final String NOT_BLANK = "(?s).*[^\\p{Z}\\p{C}].*";

    static final String TAG = "[a-z0-9-]{1,30}";

    static List<String> distinct(@Nullable List<String> tags) {
        return tags == null ? List.of() : tags.stream().distinct().toList();
    }
}

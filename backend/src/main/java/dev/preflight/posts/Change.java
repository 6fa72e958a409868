package dev.preflight.posts;

import org.jspecify.annotations.Nullable;

import java.util.Arrays;
import java.util.List;

/** What became of the wish to change or delete a post. */
sealed interface Change {

    /** It is done; the post as it is now, or as it last was. */
    record Done(StoredPost post) implements Change {}

    /** There is no such post. */
    record NoSuchPost() implements Change {}

    /** Somebody else wrote it. */
    record NotTheAuthor() implements Change {}

    /** It is no longer the version that the author saw. */
    record ChangedMeanwhile() implements Change {}

    /** What shall change; what is null stays. */
    record Wanted(@Nullable String title, @Nullable String content, @Nullable List<String> tags) {}

    /**
     * The entity tags of an {@code If-Match} header (RFC 9110 §13.1.1): compared strongly; {@code
     * *} is any.
     */
    record Expected(List<String> etags) {

        static @Nullable Expected parse(@Nullable String ifMatch) {
            if (ifMatch == null) {
                return null;
            }
            return new Expected(Arrays.stream(ifMatch.split(",", -1)).map(String::strip).toList());
        }

        boolean matches(StoredPost post) {
            return etags.stream().anyMatch(etag -> etag.equals("*") || post.hasVersionOf(etag));
        }
    }
}

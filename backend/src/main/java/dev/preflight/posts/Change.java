package dev.preflight.posts;

import dev.preflight.web.Problem;

import io.micronaut.http.HttpStatus;

import org.jspecify.annotations.Nullable;

import java.util.Arrays;
import java.util.List;

/** What became of the wish to change or delete a post. */
sealed interface Change {

    /** It is done; the post as it is now, or as it last was. */
    record Done(StoredPost post) implements Change {}

    /**
     * It is not done.
     *
     * @param problem why, for the person who wished it
     */
    record Refused(Problem problem) implements Change {

        static final Refused NO_SUCH_POST =
                of(
                        HttpStatus.NOT_FOUND,
                        "not-found",
                        "There is no such post",
                        "It was deleted, or the address is wrong.");

        /** Somebody else wrote it. */
        static final Refused NOT_THE_AUTHOR =
                of(
                        HttpStatus.FORBIDDEN,
                        "not-the-author",
                        "This is somebody else's post",
                        "Only its author can change or delete a post.");

        /** It is no longer the version that the author saw. */
        static final Refused CHANGED_MEANWHILE =
                of(
                        HttpStatus.PRECONDITION_FAILED,
                        "changed-meanwhile",
                        "The post was changed meanwhile",
                        "It is no longer the version that you saw: load it again, and decide what"
                                + " to keep.");

        private static Refused of(HttpStatus status, String type, String title, String detail) {
            return new Refused(Problem.of(status, type, title, detail));
        }
    }

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

package dev.preflight.posts;

import com.fasterxml.jackson.annotation.JsonInclude;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** One page of a list, newest first. */
@Serdeable
@JsonInclude(JsonInclude.Include.ALWAYS)
@Schema(name = "PostPage")
record PostPage(
        List<Item> items,
        @Schema(description = "The cursor of the next page; null on the last one.")
                @Nullable String next) {

    /** A post in a list. */
    @Serdeable
    @JsonInclude(JsonInclude.Include.ALWAYS)
    @Schema(name = "PostSummary")
    record Item(
            UUID id,
            String slug,
            String title,
            String excerpt,
            PostResponse.Author author,
            List<String> tags,
            Instant publishedAt) {

        static Item of(StoredPost post) {
            return new Item(
                    post.id(),
                    post.slug(),
                    post.title(),
                    post.excerpt(),
                    PostResponse.Author.of(post),
                    post.tagList(),
                    post.publishedAt());
        }
    }

    /** A page of at most so many posts, made from one post more if there is one. */
    static PostPage of(List<StoredPost> posts, int limit) {
        List<StoredPost> shown = posts.subList(0, Math.min(limit, posts.size()));
        boolean more = posts.size() > limit;
        return new PostPage(
                shown.stream().map(Item::of).toList(),
                more ? PostQuery.Cursor.after(shown.getLast()).encode() : null);
    }
}

package dev.preflight.posts;

import com.fasterxml.jackson.annotation.JsonInclude;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** A whole post. */
@Serdeable
@JsonInclude(JsonInclude.Include.ALWAYS)
@Schema(name = "Post")
record PostResponse(
        UUID id,
        String slug,
        String title,
        String excerpt,
        Author author,
        List<String> tags,
        Instant publishedAt,
        Instant updatedAt,
        @Schema(description = "Markdown, as the author wrote it.") String content,
        @Schema(description = "The content rendered and sanitised, safe to insert.") String html) {

    static PostResponse of(StoredPost post, String html) {
        return new PostResponse(
                post.id(),
                post.slug(),
                post.title(),
                post.excerpt(),
                Author.of(post),
                post.tagList(),
                post.publishedAt(),
                post.updatedAt(),
                post.content(),
                html);
    }

    /** Who wrote a post, as readers see them. */
    @Serdeable
    @Schema(name = "PostAuthor")
    record Author(UUID id, String name) {

        static Author of(StoredPost post) {
            return new Author(post.authorId(), post.authorName());
        }
    }
}

package dev.preflight.posts;

import dev.preflight.accounts.AccountId;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A post with its author's name, as read from the database.
 *
 * @param content Markdown; empty where only a list was asked for
 * @param tags in the author's order, separated by a space
 * @param version counts the changes, from 1
 */
@Introspected
@MappedEntity("post")
record StoredPost(
        @Id UUID id,
        UUID authorId,
        String authorName,
        String slug,
        String title,
        String excerpt,
        String content,
        String tags,
        int version,
        Instant publishedAt,
        Instant updatedAt) {

    boolean isBy(AccountId account) {
        return authorId.equals(account.value());
    }

    List<String> tagList() {
        return tags.isEmpty() ? List.of() : List.of(tags.split(" "));
    }

    /**
     * Changes with everything that a reader sees of this post: its author's name and its rendering
     * included, which may change without the post (RFC 9110 §8.8.3).
     */
    String etag(String html) {
        return "\"%d-%08x%08x\"".formatted(version, authorName.hashCode(), html.hashCode());
    }

    /** Whether an entity tag is one of this version's, however it was rendered. */
    boolean hasVersionOf(String etag) {
        return etag.startsWith("\"" + version + "-");
    }
}

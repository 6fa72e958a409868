package dev.preflight.posts;

import dev.preflight.accounts.AccountId;
import dev.preflight.posts.markdown.Markdown;
import dev.preflight.posts.markdown.Slug;
import dev.preflight.web.database.BrokenConstraint;

import io.micronaut.data.exceptions.DataAccessException;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;

import org.jspecify.annotations.Nullable;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Publishes posts, and lets their authors, and nobody else, change and delete them. */
@Singleton
class Posts {

    private static final int EXCERPT_LENGTH = 160;

    private final PostRepository repository;
    private final Markdown markdown;
    private final Clock clock;

    Posts(PostRepository repository, Markdown markdown, Clock clock) {
        this.repository = repository;
        this.markdown = markdown;
        this.clock = clock;
    }

    List<StoredPost> page(PostQuery query) {
        return repository.page(query);
    }

    Optional<StoredPost> find(PostId id) {
        return repository.findById(id.value());
    }

    /** Empty if the author's account is gone. */
    Optional<StoredPost> publish(AccountId author, Draft draft) {
        return publish(author, draft, clock.instant());
    }

    /** Publishes a post as if it were then. */
    Optional<StoredPost> publish(AccountId author, Draft draft, Instant moment) {
        String excerpt = markdown.excerpt(draft.content(), EXCERPT_LENGTH);
        try {
            return Optional.of(insert(author, draft, excerpt, moment));
        } catch (DataAccessException refused) {
            if (BrokenConstraint.isForeignKey(refused)) {
                return Optional.empty();
            }
            throw refused;
        }
    }

    @Transactional
    StoredPost insert(AccountId author, Draft draft, String excerpt, Instant publishedAt) {
        UUID id = UUID.randomUUID();
        repository.insert(
                id,
                author.value(),
                Slug.of(draft.title()),
                draft.title(),
                excerpt,
                draft.content(),
                String.join(" ", draft.tags()),
                publishedAt);
        draft.tags().forEach(tag -> repository.insertTag(tag, publishedAt, id));
        return repository.findById(id).orElseThrow();
    }

    /**
     * Changes what is given and keeps the rest.
     *
     * @param expected the version that the author saw, as an entity tag; null: whichever there is
     */
    Change change(
            PostId id, AccountId by, Change.@Nullable Expected expected, Change.Wanted wanted) {
        String excerpt =
                wanted.content() == null
                        ? null
                        : markdown.excerpt(wanted.content(), EXCERPT_LENGTH);
        return change(id, by, expected, wanted, excerpt);
    }

    @Transactional
    Change change(
            PostId id,
            AccountId by,
            Change.@Nullable Expected expected,
            Change.Wanted wanted,
            @Nullable String excerpt) {
        return switch (authorise(id, by, expected)) {
            case Authorised.Refused(Change refusal) -> refusal;
            case Authorised.Granted(StoredPost post) -> change(post, wanted, excerpt);
        };
    }

    private Change change(StoredPost post, Change.Wanted wanted, @Nullable String excerpt) {
        String title = wanted.title() == null ? post.title() : wanted.title();
        String content = wanted.content() == null ? post.content() : wanted.content();
        List<String> tags = wanted.tags() == null ? post.tagList() : wanted.tags();
        long rows =
                repository.update(
                        post.id(),
                        post.version(),
                        Slug.of(title),
                        title,
                        excerpt == null ? post.excerpt() : excerpt,
                        content,
                        String.join(" ", tags),
                        clock.instant());
        if (rows == 0) {
            return Change.Refused.CHANGED_MEANWHILE;
        }
        if (!tags.equals(post.tagList())) {
            repository.deleteTags(post.id());
            tags.forEach(tag -> repository.insertTag(tag, post.publishedAt(), post.id()));
        }
        return new Change.Done(repository.findById(post.id()).orElseThrow());
    }

    /** Deletes a post for good. */
    @Transactional
    Change delete(PostId id, AccountId by, Change.@Nullable Expected expected) {
        return switch (authorise(id, by, expected)) {
            case Authorised.Refused(Change refusal) -> refusal;
            case Authorised.Granted(StoredPost post) ->
                    repository.delete(post.id(), post.version()) == 0
                            ? Change.Refused.CHANGED_MEANWHILE
                            : new Change.Done(post);
        };
    }

    private Authorised authorise(PostId id, AccountId by, Change.@Nullable Expected expected) {
        StoredPost post = find(id).orElse(null);
        if (post == null) {
            return new Authorised.Refused(Change.Refused.NO_SUCH_POST);
        }
        if (!post.isBy(by)) {
            return new Authorised.Refused(Change.Refused.NOT_THE_AUTHOR);
        }
        if (expected != null && !expected.matches(post)) {
            return new Authorised.Refused(Change.Refused.CHANGED_MEANWHILE);
        }
        return new Authorised.Granted(post);
    }

    private sealed interface Authorised {
        record Granted(StoredPost post) implements Authorised {}

        record Refused(Change refusal) implements Authorised {}
    }
}

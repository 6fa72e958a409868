package dev.preflight.posts;

import com.fasterxml.jackson.annotation.JsonInclude;

import dev.preflight.accounts.AccountId;
import dev.preflight.accounts.PersonalData;

import io.micronaut.serde.annotation.Serdeable;

import jakarta.inject.Singleton;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** What somebody has written, as their own data. */
@Singleton
final class PostData implements PersonalData {

    private static final int PAGE = 20;

    private final PostRepository repository;

    PostData(PostRepository repository) {
        this.repository = repository;
    }

    @Override
    public String name() {
        return "posts";
    }

    @Override
    public long count(AccountId owner) {
        return repository.countBy(owner.value());
    }

    @Override
    public Object export(AccountId owner) {
        Iterable<Exported> posts =
                () ->
                        Stream.iterate(
                                        page(owner, Instant.EPOCH, new UUID(0, 0)),
                                        page -> !page.isEmpty(),
                                        page ->
                                                page(
                                                        owner,
                                                        page.getLast().publishedAt(),
                                                        page.getLast().id()))
                                .flatMap(List::stream)
                                .map(Exported::of)
                                .iterator();
        return posts;
    }

    @Override
    public void delete(AccountId owner) {
        repository.deleteBy(owner.value());
    }

    /** The oldest posts of an author that are younger than this. */
    private List<StoredPost> page(AccountId owner, Instant publishedAt, UUID id) {
        return repository.findBy(owner.value(), publishedAt, id, PAGE);
    }

    /** A post in an export. */
    @Serdeable
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record Exported(
            UUID id,
            String slug,
            String title,
            List<String> tags,
            Instant publishedAt,
            Instant updatedAt,
            String content) {

        static Exported of(StoredPost post) {
            return new Exported(
                    post.id(),
                    post.slug(),
                    post.title(),
                    post.tagList(),
                    post.publishedAt(),
                    post.updatedAt(),
                    post.content());
        }
    }
}

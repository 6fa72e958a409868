package dev.preflight.posts;

import com.fasterxml.jackson.annotation.JsonInclude;

import dev.preflight.accounts.AccountId;
import dev.preflight.accounts.PersonalData;

import io.micronaut.serde.annotation.Serdeable;

import jakarta.inject.Singleton;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.UUID;

/** What somebody has written, as their own data. */
@Singleton
final class PostData implements PersonalData {

    /** A page of posts of the largest size takes a megabyte, as long as its reader pauses. */
    private static final int PAGE = 5;

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
        Iterable<Exported> posts = () -> new Pages(owner);
        return posts;
    }

    @Override
    public void delete(AccountId owner) {
        repository.deleteBy(owner.value());
    }

    /** All posts of an author, the oldest first, a page at a time. */
    private final class Pages implements Iterator<Exported> {

        private final AccountId owner;
        private Iterator<StoredPost> page;
        private @Nullable StoredPost last;

        Pages(AccountId owner) {
            this.owner = owner;
            this.page = after(Instant.EPOCH, new UUID(0, 0));
        }

        @Override
        public boolean hasNext() {
            StoredPost previous = last;
            if (!page.hasNext() && previous != null) {
                page = after(previous.publishedAt(), previous.id());
                last = null;
            }
            return page.hasNext();
        }

        @Override
        public Exported next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            StoredPost post = page.next();
            last = post;
            return Exported.of(post);
        }

        private Iterator<StoredPost> after(Instant publishedAt, UUID id) {
            return repository.findBy(owner.value(), publishedAt, id, PAGE).iterator();
        }
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

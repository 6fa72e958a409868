package dev.preflight.posts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.preflight.accounts.AccountId;
import dev.preflight.testing.Person;
import dev.preflight.testing.ServerTest;

import io.micronaut.data.jdbc.runtime.JdbcOperations;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import io.micronaut.transaction.TransactionOperations;

import jakarta.inject.Inject;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.sql.Connection;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.UUID;

/**
 * With 100,000 posts, the page at the very end costs what the first one does. What the pages hold,
 * {@link PostsTest} checks on a few posts.
 */
@Tag("soak")
@Tag("database")
@MicronautTest(transactional = false)
class PagingTest extends ServerTest {

    private static final int POSTS = 100_000;
    private static final int PAGE = 25;
    private static final int REPETITIONS = 80;

    /** Every other post is by the author; the rest are by so many other accounts. */
    private static final int OTHER_AUTHORS = 50;

    /** A page that were found by counting would cost a hundred times as much. */
    private static final int MOST_TIMES_THE_FIRST = 5;

    /** A page that were found by sorting all posts would cost a hundred times as much. */
    private static final int MOST_TIMES_ONE_POST = 10;

    private static final Instant NEWEST = Instant.parse("2026-01-01T00:00:00Z");

    @Inject JdbcOperations jdbc;
    @Inject PostRepository repository;
    @Inject TransactionOperations<Connection> transactions;

    private AccountId author = new AccountId(new UUID(0, 0));

    @BeforeAll
    void publishManyPosts() {
        Person person = member();
        author = new AccountId(UUID.fromString(person.get("/api/authentication").text("id")));
        transactions.executeWrite(
                status -> {
                    insertMany();
                    return null;
                });
    }

    @Test
    void costsTheSameOnPageOneAndPageFourThousand() {
        assertSameCost(null, null, 1);
    }

    @Test
    void costsTheSameForOneAuthor() {
        assertSameCost(author, null, 2);
    }

    @Test
    void costsTheSameForOneTag() {
        assertSameCost(null, "many", 1);
    }

    /** Of these posts, one in {@code step} is found. */
    private void assertSameCost(@Nullable AccountId author, @Nullable String tag, int step) {
        PostQuery first = new PostQuery(PAGE, null, author, tag);
        PostQuery last = new PostQuery(PAGE, cursorBefore(PAGE * step), author, tag);
        assertThat(repository.page(last))
                .hasSize(PAGE)
                .last()
                .extracting(StoredPost::publishedAt)
                .isEqualTo(publishedAt(POSTS - step));
        // In turns, so that a slow moment of the machine meets all of them.
        long[] costOfOnePost = new long[REPETITIONS];
        long[] costOfFirst = new long[REPETITIONS];
        long[] costOfLast = new long[REPETITIONS];
        for (int i = 0; i < REPETITIONS; i++) {
            costOfOnePost[i] = cost(() -> repository.findById(new UUID(0, 0)));
            costOfFirst[i] = cost(() -> repository.page(first));
            costOfLast[i] = cost(() -> repository.page(last));
        }

        assertThat(median(costOfLast))
                .as("nanoseconds for page 4,000")
                .isLessThan(MOST_TIMES_THE_FIRST * median(costOfFirst));
        assertThat(median(costOfFirst))
                .as(
                        "nanoseconds for page 1, last %s, one post %s",
                        median(costOfLast), median(costOfOnePost))
                .isLessThan(MOST_TIMES_ONE_POST * median(costOfOnePost));
    }

    private static PostQuery.Cursor cursorBefore(int posts) {
        return new PostQuery.Cursor(publishedAt(POSTS - posts - 1), new UUID(0, 0));
    }

    private static Instant publishedAt(int ordinal) {
        return NEWEST.minus(Duration.ofMinutes(ordinal));
    }

    private static long cost(Runnable query) {
        long start = System.nanoTime();
        query.run();
        return System.nanoTime() - start;
    }

    private static long median(long[] values) {
        Arrays.sort(values);
        return values[values.length / 2];
    }

    /** Number {@code n} is {@code n} minutes older than the newest. */
    private void insertMany() {
        String numbers = isH2() ? "SYSTEM_RANGE(0, ?)" : "GENERATE_SERIES(0, ?)";
        jdbc.prepareStatement(
                """
                INSERT INTO account (id, email, email_key, name, password_hash, created_at)
                SELECT CAST(LPAD(CAST(n AS VARCHAR), 32, '0') AS UUID), 'a' || n, 'a' || n, 'Name',
                       '', TIMESTAMP WITH TIME ZONE '2026-01-01 00:00:00+00'
                FROM %s AS numbers(n)
                """
                        .formatted(numbers),
                statement -> {
                    statement.setInt(1, OTHER_AUTHORS - 1);
                    return statement.executeUpdate();
                });
        String posts =
                """
                INSERT INTO post (id, author_id, slug, title, excerpt, content, tags, version,
                                  published_at, updated_at)
                SELECT CAST(LPAD(CAST(n AS VARCHAR), 32, '0') AS UUID),
                       CASE WHEN MOD(n, 2) = 0 THEN CAST(? AS UUID)
                            ELSE CAST(LPAD(CAST(MOD(n, ?) AS VARCHAR), 32, '0') AS UUID) END,
                       'slug', 'Title', 'Excerpt', 'Content', 'many', 1,
                       TIMESTAMP WITH TIME ZONE '2026-01-01 00:00:00+00' - n * INTERVAL '1' MINUTE,
                       TIMESTAMP WITH TIME ZONE '2026-01-01 00:00:00+00'
                FROM %s AS numbers(n)
                """
                        .formatted(numbers);
        jdbc.prepareStatement(
                posts,
                statement -> {
                    statement.setObject(1, author.value());
                    statement.setInt(2, OTHER_AUTHORS);
                    statement.setInt(3, POSTS - 1);
                    return statement.executeUpdate();
                });
        jdbc.prepareStatement(
                "INSERT INTO post_tag (tag, published_at, post_id) SELECT 'many', published_at, id"
                        + " FROM post",
                statement -> statement.executeUpdate());
        jdbc.prepareStatement("ANALYZE", statement -> statement.execute());
    }

    private boolean isH2() {
        return jdbc.execute(
                connection -> connection.getMetaData().getDatabaseProductName().equals("H2"));
    }
}

package dev.preflight.posts;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.jdbc.runtime.JdbcOperations;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;

import jakarta.transaction.Transactional;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The tables of posts and their tags. */
@JdbcRepository(dialect = Dialect.POSTGRES)
abstract class PostRepository implements GenericRepository<StoredPost, UUID> {

    private final JdbcOperations jdbc;

    PostRepository(JdbcOperations jdbc) {
        this.jdbc = jdbc;
    }

    @Query(
            """
            SELECT p.id, p.author_id, a.name AS author_name, p.slug, p.title, p.excerpt, p.content,
                   p.tags, p.version, p.published_at, p.updated_at
            FROM post p JOIN account a ON a.id = p.author_id
            WHERE p.id = :id
            """)
    abstract Optional<StoredPost> findById(UUID id);

    @Query(
            """
            INSERT INTO post (id, author_id, slug, title, excerpt, content, tags, version,
                              published_at, updated_at)
            VALUES (:id, :authorId, :slug, :title, :excerpt, :content, :tags, 1,
                    :publishedAt, :publishedAt)
            """)
    abstract void insert(
            UUID id,
            UUID authorId,
            String slug,
            String title,
            String excerpt,
            String content,
            String tags,
            Instant publishedAt);

    /** Changes a post if it is still of this version; answers how many rows that were, 0 or 1. */
    @Query(
            """
            UPDATE post SET slug = :slug, title = :title, excerpt = :excerpt, content = :content,
                            tags = :tags, version = version + 1, updated_at = :updatedAt
            WHERE id = :id AND version = :version
            """)
    abstract long update(
            UUID id,
            int version,
            String slug,
            String title,
            String excerpt,
            String content,
            String tags,
            Instant updatedAt);

    @Query("DELETE FROM post WHERE id = :id AND version = :version")
    abstract long delete(UUID id, int version);

    @Query("INSERT INTO post_tag (tag, published_at, post_id) VALUES (:tag, :publishedAt, :postId)")
    abstract void insertTag(String tag, Instant publishedAt, UUID postId);

    @Query("DELETE FROM post_tag WHERE post_id = :postId")
    abstract void deleteTags(UUID postId);

    /** So many posts of an author with their content, after this one, the oldest first. */
    @Query(
            """
            SELECT p.id, p.author_id, a.name AS author_name, p.slug, p.title, p.excerpt, p.content,
                   p.tags, p.version, p.published_at, p.updated_at
            FROM post p JOIN account a ON a.id = p.author_id
            WHERE p.author_id = :author AND p.published_at >= :publishedAt
              AND (p.published_at > :publishedAt OR p.id > :id)
            ORDER BY p.author_id, p.published_at, p.id
            LIMIT :limit
            """)
    abstract List<StoredPost> findBy(UUID author, Instant publishedAt, UUID id, int limit);

    @Query("SELECT COUNT(*) FROM post WHERE author_id = :author")
    abstract long countBy(UUID author);

    @Query("DELETE FROM post WHERE author_id = :author")
    abstract void deleteBy(UUID author);

    @Query("SELECT COUNT(*) FROM post")
    abstract long count();

    /**
     * A page of posts without their content. The page is cut out of one index first, and only then
     * is the rest looked up, so that every page costs the same. For databases that need it, the
     * order names the index's leading column though it is constant, and the time is bounded also by
     * itself. The limit is written out, because PostgreSQL plans a statement with a bound limit
     * anew each time.
     */
    @Transactional(Transactional.TxType.SUPPORTS)
    List<StoredPost> page(PostQuery query) {
        boolean byTagAlone = query.tag() != null && query.author() == null;
        String id = byTagAlone ? "post_id" : "id";
        List<String> conditions = new ArrayList<>();
        List<Object> values = new ArrayList<>();
        String order = "";
        if (query.author() != null) {
            conditions.add("author_id = ?");
            values.add(query.author().value());
            order = "author_id DESC, ";
        }
        if (query.tag() != null) {
            conditions.add(
                    byTagAlone
                            ? "tag = ?"
                            : "EXISTS (SELECT 1 FROM post_tag t WHERE t.post_id = id AND t.tag ="
                                    + " ?)");
            values.add(query.tag());
            order = byTagAlone ? "tag DESC, " : order;
        }
        PostQuery.Cursor after = query.after();
        if (after != null) {
            Timestamp moment = Timestamp.from(after.publishedAt());
            conditions.add("published_at <= ? AND (published_at < ? OR %s < ?)".formatted(id));
            values.addAll(List.of(moment, moment, after.id()));
        }
        String sql =
                """
                SELECT p.id, p.author_id, a.name AS author_name, p.slug, p.title, p.excerpt,
                       '' AS content, p.tags, p.version, p.published_at, p.updated_at
                FROM (SELECT %s AS id FROM %s %s
                      ORDER BY %spublished_at DESC, %s DESC LIMIT %d) page
                JOIN post p ON p.id = page.id JOIN account a ON a.id = p.author_id
                ORDER BY p.published_at DESC, p.id DESC
                """
                        .formatted(
                                id,
                                byTagAlone ? "post_tag" : "post",
                                conditions.isEmpty()
                                        ? ""
                                        : "WHERE " + String.join(" AND ", conditions),
                                order,
                                id,
                                query.limit());
        return jdbc.prepareStatement(
                sql,
                statement -> {
                    bind(statement, values);
                    try (var posts =
                            jdbc.entityStream(statement.executeQuery(), StoredPost.class)) {
                        return posts.toList();
                    }
                });
    }

    private static void bind(PreparedStatement statement, List<Object> values) throws SQLException {
        for (int i = 0; i < values.size(); i++) {
            statement.setObject(i + 1, values.get(i));
        }
    }
}

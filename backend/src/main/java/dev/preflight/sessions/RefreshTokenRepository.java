package dev.preflight.sessions;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** The table of refresh tokens: those of a session are its family, and go with it. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface RefreshTokenRepository extends GenericRepository<RefreshTokenRepository.Row, String> {

    @Query(
            """
            INSERT INTO refresh_token (hash, session_id, issued_at, generation)
            VALUES (:hash, :sessionId, :issuedAt, :generation)
            """)
    void insert(String hash, UUID sessionId, Instant issuedAt, int generation);

    @Query(
            """
            SELECT t.hash, t.session_id, t.generation, t.used_at, s.account_id, s.created_at AS session_created_at
            FROM refresh_token t JOIN login_session s ON s.id = t.session_id
            WHERE t.hash = :hash AND t.issued_at > :issuedAfter
            """)
    Optional<Row> find(String hash, Instant issuedAfter);

    /** Marks a token as used: 1 the first time, 0 afterwards. */
    @Query("UPDATE refresh_token SET used_at = :now WHERE hash = :hash AND used_at IS NULL")
    int use(String hash, Instant now);

    /**
     * Marks all unused tokens of a session as used that are no younger than this: a browser keeps
     * one token, so that whoever shows another later is not that browser.
     */
    @Query(
            """
            UPDATE refresh_token SET used_at = :now
            WHERE session_id = :sessionId AND generation <= :generation AND used_at IS NULL
            """)
    void useUpTo(UUID sessionId, int generation, Instant now);

    @Query("DELETE FROM refresh_token WHERE issued_at <= :time")
    void deleteIssuedUntil(Instant time);

    /** A token as the database knows it, and whose it is. */
    @MappedEntity("refresh_token")
    record Row(
            @Id String hash,
            UUID sessionId,
            int generation,
            @Nullable Instant usedAt,
            UUID accountId,
            Instant sessionCreatedAt) {}
}

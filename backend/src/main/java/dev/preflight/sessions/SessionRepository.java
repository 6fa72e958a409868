package dev.preflight.sessions;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The table of sessions: who is not in it is not logged in. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface SessionRepository extends GenericRepository<SessionRepository.Row, UUID> {

    String COLUMNS =
            "id, account_id, created_at, last_used_at, expires_at, browser, operating_system,"
                    + " address";

    @Query(
            """
            INSERT INTO login_session (id, account_id, created_at, last_used_at, expires_at, browser,
              operating_system, address)
            VALUES (:id, :accountId, :now, :now, :expiresAt, :browser, :operatingSystem, :address)
            """)
    void insert(
            UUID id,
            UUID accountId,
            Instant now,
            Instant expiresAt,
            String browser,
            String operatingSystem,
            String address);

    @Query("SELECT " + COLUMNS + " FROM login_session WHERE id = :id AND expires_at > :now")
    Optional<Row> findLive(UUID id, Instant now);

    @Query(
            "SELECT "
                    + COLUMNS
                    + " FROM login_session WHERE account_id = :accountId AND expires_at > :now"
                    + " ORDER BY last_used_at DESC, id")
    List<Row> findLiveOf(UUID accountId, Instant now);

    /** Notes a use, and holds the row until the transaction ends; 0 if the session is over. */
    @Query(
            """
            UPDATE login_session
            SET last_used_at = :now, expires_at = :expiresAt, browser = :browser,
              operating_system = :operatingSystem, address = :address
            WHERE id = :id AND expires_at > :now
            """)
    int prolong(
            UUID id,
            Instant now,
            Instant expiresAt,
            String browser,
            String operatingSystem,
            String address);

    /** Ends the sessions of an account beyond so many, those used longest ago. */
    @Query(
            """
            DELETE FROM login_session WHERE id IN (
              SELECT id FROM login_session WHERE account_id = :accountId
              ORDER BY last_used_at DESC, id OFFSET :most ROWS)
            """)
    void deleteBeyond(UUID accountId, int most);

    @Query("DELETE FROM login_session WHERE id = :id")
    void delete(UUID id);

    @Query("DELETE FROM login_session WHERE expires_at <= :now")
    void deleteExpired(Instant now);

    /** A session as the database knows it. */
    @MappedEntity("login_session")
    record Row(
            @Id UUID id,
            UUID accountId,
            Instant createdAt,
            Instant lastUsedAt,
            Instant expiresAt,
            String browser,
            String operatingSystem,
            String address) {}
}

package dev.preflight.sessions;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** The table of sessions: who is not in it is not logged in. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface SessionRepository extends GenericRepository<SessionRepository.Row, UUID> {

    @Query(
            """
            INSERT INTO login_session (id, account_id, created_at, expires_at)
            VALUES (:id, :accountId, :createdAt, :expiresAt)
            """)
    void insert(UUID id, UUID accountId, Instant createdAt, Instant expiresAt);

    @Query("SELECT id, account_id FROM login_session WHERE id = :id AND expires_at > :now")
    Optional<SessionRepository.Row> findLive(UUID id, Instant now);

    @Query("DELETE FROM login_session WHERE id = :id")
    void delete(UUID id);

    @Query("DELETE FROM login_session WHERE expires_at <= :now")
    void deleteExpired(Instant now);

    /** A session as the database knows it. */
    @MappedEntity("login_session")
    record Row(@Id UUID id, UUID accountId) {}
}

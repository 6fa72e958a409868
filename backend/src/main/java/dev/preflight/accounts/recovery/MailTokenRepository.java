package dev.preflight.accounts.recovery;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The table of links that were sent and not used yet. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface MailTokenRepository extends GenericRepository<MailTokens.Grant, String> {

    String COLUMNS = "hash, account_id, purpose, email";

    @Query(
            """
            INSERT INTO mail_token (hash, account_id, purpose, email, created_at, expires_at)
            VALUES (:hash, :accountId, :purpose, :email, :createdAt, :expiresAt)
            """)
    void insert(
            String hash,
            UUID accountId,
            Purpose purpose,
            String email,
            Instant createdAt,
            Instant expiresAt);

    @Query("SELECT " + COLUMNS + " FROM mail_token WHERE hash = :hash AND expires_at > :now")
    Optional<MailTokens.Grant> findLive(String hash, Instant now);

    @Query(
            "SELECT "
                    + COLUMNS
                    + " FROM mail_token WHERE account_id = :accountId AND purpose = :purpose"
                    + " AND expires_at > :now ORDER BY created_at DESC, hash")
    List<MailTokens.Grant> findLiveOf(UUID accountId, Purpose purpose, Instant now);

    /** Uses a link up; 0 if somebody else was faster. */
    @Query("DELETE FROM mail_token WHERE hash = :hash AND expires_at > :now")
    int use(String hash, Instant now);

    @Query("DELETE FROM mail_token WHERE account_id = :accountId")
    void deleteOf(UUID accountId);

    @Query("DELETE FROM mail_token WHERE account_id = :accountId AND purpose = :purpose")
    void deleteOf(UUID accountId, Purpose purpose);

    @Query("DELETE FROM mail_token WHERE expires_at <= :now")
    void deleteExpired(Instant now);
}

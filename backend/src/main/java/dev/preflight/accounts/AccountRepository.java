package dev.preflight.accounts;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** The table of accounts. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface AccountRepository extends GenericRepository<AccountRow, UUID> {

    String COLUMNS = "id, email, name, password_hash, created_at, email_confirmed_at";

    @Query("SELECT " + COLUMNS + " FROM account WHERE id = :id")
    Optional<AccountRow> findById(UUID id);

    /** The same, and nobody changes it until the transaction ends. */
    @Query("SELECT " + COLUMNS + " FROM account WHERE id = :id FOR UPDATE")
    Optional<AccountRow> lockById(UUID id);

    @Query("SELECT " + COLUMNS + " FROM account WHERE email_key = :emailKey")
    Optional<AccountRow> findByEmailKey(String emailKey);

    @Query(
            """
            INSERT INTO account (id, email, email_key, name, password_hash, created_at,
                                 email_confirmed_at)
            VALUES (:id, :email, :emailKey, :name, :passwordHash, :createdAt, :emailConfirmedAt)
            """)
    void insert(
            UUID id,
            String email,
            String emailKey,
            String name,
            String passwordHash,
            Instant createdAt,
            @Nullable Instant emailConfirmedAt);

    @Query("UPDATE account SET name = :name WHERE id = :id")
    void updateName(UUID id, String name);

    @Query("UPDATE account SET password_hash = :passwordHash WHERE id = :id")
    void updatePassword(UUID id, String passwordHash);

    @Query(
            """
            UPDATE account SET email = :email, email_key = :emailKey, email_confirmed_at = :now
            WHERE id = :id
            """)
    void updateEmail(UUID id, String email, String emailKey, Instant now);

    /** Notes that somebody reads this address, if it still is the account's; 0 if it is not. */
    @Query(
            """
            UPDATE account SET email_confirmed_at = COALESCE(email_confirmed_at, :now)
            WHERE id = :id AND email_key = :emailKey
            """)
    int confirmEmail(UUID id, String emailKey, Instant now);

    @Query("DELETE FROM account WHERE id = :id")
    void delete(UUID id);
}

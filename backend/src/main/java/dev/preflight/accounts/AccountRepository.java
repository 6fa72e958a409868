package dev.preflight.accounts;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** The table of accounts. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface AccountRepository extends GenericRepository<AccountRow, UUID> {

    @Query("SELECT id, email, name, password_hash FROM account WHERE id = :id")
    Optional<AccountRow> findById(UUID id);

    @Query("SELECT id, email, name, password_hash FROM account WHERE email_key = :emailKey")
    Optional<AccountRow> findByEmailKey(String emailKey);

    @Query(
            """
            INSERT INTO account (id, email, email_key, name, password_hash, created_at)
            VALUES (:id, :email, :emailKey, :name, :passwordHash, :createdAt)
            """)
    void insert(
            UUID id,
            String email,
            String emailKey,
            String name,
            String passwordHash,
            Instant createdAt);
}

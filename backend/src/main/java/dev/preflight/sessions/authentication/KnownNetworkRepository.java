package dev.preflight.sessions.authentication;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** The table of networks where accounts have been logged in. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface KnownNetworkRepository extends GenericRepository<KnownNetworkRepository.Row, String> {

    @Query(
            """
            UPDATE known_network SET seen_at = :now
            WHERE account_id = :accountId AND network = :network
            """)
    int see(UUID accountId, String network, Instant now);

    @Query(
            """
            INSERT INTO known_network (account_id, network, seen_at)
            VALUES (:accountId, :network, :now)
            """)
    void insert(UUID accountId, String network, Instant now);

    @Query(
            """
            SELECT network, seen_at FROM known_network WHERE account_id = :accountId
            ORDER BY seen_at DESC, network
            """)
    List<Row> findOf(UUID accountId);

    /** Forgets the networks of an account beyond so many, those seen longest ago. */
    @Query(
            """
            DELETE FROM known_network WHERE account_id = :accountId AND network IN (
              SELECT network FROM known_network WHERE account_id = :accountId
              ORDER BY seen_at DESC, network OFFSET :most ROWS)
            """)
    void deleteBeyond(UUID accountId, int most);

    @Query("DELETE FROM known_network WHERE account_id = :accountId")
    void deleteOf(UUID accountId);

    @Query("DELETE FROM known_network WHERE seen_at <= :time")
    void deleteSeenUntil(Instant time);

    /** A network as the database knows it. */
    @MappedEntity("known_network")
    record Row(@Id String network, Instant seenAt) {}
}

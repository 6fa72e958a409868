package dev.preflight.web.throttling;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;

import java.util.Optional;

/** The table of budgets that are not full; times are milliseconds since 1970. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface ThrottleRepository extends GenericRepository<ThrottleRepository.Row, String> {

    /** Takes one attempt from a budget that is known and has one; 0 otherwise. */
    @Query(
            """
            UPDATE throttle SET full_at = GREATEST(full_at, :now) + :refill
            WHERE id = :id AND full_at <= :now + :tolerance
            """)
    int take(String id, long now, long refill, long tolerance);

    @Query("INSERT INTO throttle (id, full_at) VALUES (:id, :fullAt)")
    void insert(String id, long fullAt);

    @Query("UPDATE throttle SET full_at = full_at - :refill WHERE id = :id")
    void giveBack(String id, long refill);

    @Query("SELECT id, full_at FROM throttle WHERE id = :id")
    Optional<Row> find(String id);

    @Query("DELETE FROM throttle WHERE full_at <= :now")
    void deleteFull(long now);

    /** A budget, and when it will be full again. */
    @MappedEntity("throttle")
    record Row(@Id String id, long fullAt) {}
}

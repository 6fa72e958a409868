package dev.preflight.accounts.mail;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** The table of mails that were sent to nobody but the outbox. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface OutboxRepository extends GenericRepository<OutboxRepository.Row, UUID> {

    @Query(
            """
            INSERT INTO outbox_mail (id, recipient, subject, content, sent_at)
            VALUES (:id, :recipient, :subject, :content, :sentAt)
            """)
    void insert(UUID id, String recipient, String subject, String content, Instant sentAt);

    @Query(
            """
            SELECT id, recipient, subject, content, sent_at FROM outbox_mail
            ORDER BY sent_at DESC, id DESC
            """)
    List<Row> findNewest();

    @Query(
            """
            DELETE FROM outbox_mail WHERE id IN (
              SELECT id FROM outbox_mail ORDER BY sent_at DESC, id DESC OFFSET :most ROWS)
            """)
    void deleteBeyond(int most);

    @Query("DELETE FROM outbox_mail")
    void deleteAll();

    /** A mail as the database knows it. */
    @MappedEntity("outbox_mail")
    record Row(@Id UUID id, String recipient, String subject, String content, Instant sentAt) {}
}

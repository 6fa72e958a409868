package dev.preflight.accounts.mail;

import com.fasterxml.jackson.annotation.JsonInclude;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** What is in the outbox, newest first. */
@Serdeable
@JsonInclude(JsonInclude.Include.ALWAYS)
@Schema(name = "Outbox")
record OutboxResponse(List<Item> items) {

    static OutboxResponse of(List<OutboxRepository.Row> rows) {
        return new OutboxResponse(rows.stream().map(Item::of).toList());
    }

    /** A mail that somebody would have received. */
    @Serdeable
    @Schema(name = "OutboxMail")
    record Item(UUID id, String to, String subject, String text, Instant sentAt) {

        static Item of(OutboxRepository.Row row) {
            return new Item(row.id(), row.recipient(), row.subject(), row.content(), row.sentAt());
        }
    }
}

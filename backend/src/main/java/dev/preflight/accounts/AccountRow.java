package dev.preflight.accounts;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.UUID;

/** An account as the database knows it. */
@MappedEntity("account")
record AccountRow(
        @Id UUID id,
        String email,
        String name,
        String passwordHash,
        Instant createdAt,
        @Nullable Instant emailConfirmedAt) {

    Account toAccount() {
        return new Account(new AccountId(id), email, name);
    }

    AccountDetails toDetails() {
        return new AccountDetails(toAccount(), emailConfirmedAt != null, createdAt);
    }
}

package dev.preflight.sessions.account;

import com.fasterxml.jackson.annotation.JsonInclude;

import dev.preflight.accounts.Account;
import dev.preflight.accounts.AccountDetails;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.UUID;

/** An account as its owner manages it. */
@Serdeable
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "AccountDetails")
record AccountDetailsResponse(
        UUID id,
        String email,
        String name,
        boolean emailConfirmed,
        @Schema(description = "The address that takes its place once it is confirmed.")
                @Nullable String pendingEmail,
        Instant createdAt) {

    static AccountDetailsResponse of(AccountDetails details, @Nullable String pendingEmail) {
        Account account = details.account();
        return new AccountDetailsResponse(
                account.id().value(),
                account.email(),
                account.name(),
                details.emailConfirmed(),
                pendingEmail,
                details.createdAt());
    }
}

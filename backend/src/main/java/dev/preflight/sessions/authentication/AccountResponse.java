package dev.preflight.sessions.authentication;

import dev.preflight.accounts.Account;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;

import java.util.UUID;

/** An account as its owner sees it. */
@Serdeable
@Schema(name = "Account")
record AccountResponse(UUID id, String email, String name) {

    static AccountResponse of(Account account) {
        return new AccountResponse(account.id().value(), account.email(), account.name());
    }
}

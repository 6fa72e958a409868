package dev.preflight.sessions.account;

import dev.preflight.accounts.AccountName;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;

/** The name that readers shall see from now on. */
@Serdeable
@Schema(name = "RenameRequest")
record RenameRequest(@AccountName String name) {}

package dev.preflight.sessions.account;

import dev.preflight.accounts.addresses.EmailAddress;
import dev.preflight.accounts.passwords.GivenPassword;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;

/** The address that a person wants to log in with, and their password. */
@Serdeable
@Schema(name = "ChangeEmailRequest")
record ChangeEmailRequest(
        @Schema(format = "email", maxLength = 254) @EmailAddress String email,
        @GivenPassword String password) {

    /** Keeps passwords out of logs. */
    @Override
    public String toString() {
        return "ChangeEmailRequest[]";
    }
}

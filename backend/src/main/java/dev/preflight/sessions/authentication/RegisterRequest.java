package dev.preflight.sessions.authentication;

import dev.preflight.accounts.AccountName;
import dev.preflight.accounts.addresses.EmailAddress;
import dev.preflight.accounts.passwords.NewPassword;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;

/** What a person fills in to register. */
@Serdeable
@Schema(name = "RegisterRequest")
record RegisterRequest(
        @Schema(format = "email", maxLength = 254) @EmailAddress String email,
        @AccountName String name,
        @NewPassword String password) {

    /** Keeps the password out of logs. */
    @Override
    public String toString() {
        return "RegisterRequest[" + email + "]";
    }
}

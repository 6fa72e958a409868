package dev.preflight.sessions.account;

import dev.preflight.accounts.passwords.GivenPassword;
import dev.preflight.accounts.passwords.NewPassword;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;

/** The password that a person knows, and the one that they choose. */
@Serdeable
@Schema(name = "ChangePasswordRequest")
record ChangePasswordRequest(
        @GivenPassword String currentPassword, @NewPassword String newPassword) {

    /** Keeps passwords out of logs. */
    @Override
    public String toString() {
        return "ChangePasswordRequest[]";
    }
}

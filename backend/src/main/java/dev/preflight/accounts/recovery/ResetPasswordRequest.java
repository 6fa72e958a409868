package dev.preflight.accounts.recovery;

import dev.preflight.accounts.passwords.NewPassword;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;

import jakarta.validation.constraints.NotNull;

/** A new password, and the token of the link that admits to choosing it. */
@Serdeable
@Schema(name = "ResetPasswordRequest")
record ResetPasswordRequest(
        @NotNull(message = "Send the token of the mail's link.") String token,
        @NewPassword String newPassword) {

    /** Keeps both out of logs. */
    @Override
    public String toString() {
        return "ResetPasswordRequest[]";
    }
}

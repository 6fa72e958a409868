package dev.preflight.accounts.recovery;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;

import jakarta.validation.constraints.NotNull;

/** The token of a link that confirms an address. */
@Serdeable
@Schema(name = "ConfirmEmailRequest")
record ConfirmEmailRequest(@NotNull(message = "Send the token of the mail's link.") String token) {

    /** Keeps the token out of logs. */
    @Override
    public String toString() {
        return "ConfirmEmailRequest[]";
    }
}

package dev.preflight.sessions.authentication;

import dev.preflight.accounts.passwords.GivenPassword;
import dev.preflight.web.input.SingleLine;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** What a person fills in to log in. */
@Serdeable
@Schema(name = "LogInRequest")
record LogInRequest(
        @NotBlank(message = "Enter your e-mail address.")
                @Size(max = 254, message = "Write at most 254 characters.")
                @SingleLine
                String email,
        @GivenPassword String password) {

    /** Keeps the password out of logs. */
    @Override
    public String toString() {
        return "LogInRequest[" + email + "]";
    }
}

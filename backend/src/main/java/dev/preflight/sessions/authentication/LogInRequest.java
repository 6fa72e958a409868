package dev.preflight.sessions.authentication;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/** What a person fills in to log in. */
@Serdeable
@Schema(name = "LogInRequest")
record LogInRequest(
        @NotBlank(message = "Enter your e-mail address.")
                @Size(max = 254, message = "Write at most 254 characters.")
                @Pattern(regexp = RegisterRequest.LINE, message = "Leave out control characters.")
                String email,
        @NotBlank(message = "Enter your password.")
                @Size(max = 128, message = "A password has at most 128 characters.")
                @Pattern(
                        regexp = RegisterRequest.WHOLE,
                        message = "Leave out halves of characters.")
                String password) {

    /** Keeps the password out of logs. */
    @Override
    public String toString() {
        return "LogInRequest[" + email + "]";
    }
}

package dev.preflight.sessions.authentication;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;

import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/** What a person fills in to register. */
@Serdeable
@Schema(name = "RegisterRequest")
record RegisterRequest(
        @NotBlank(message = "Enter your e-mail address.")
                @Email(message = "Write an e-mail address, such as name@example.com.")
                @Size(max = 254, message = "Write at most 254 characters.")
                @Pattern(regexp = LINE, message = "Leave out control characters.")
                String email,
        @NotBlank(message = "Enter the name that readers will see.")
                @Size(max = 80, message = "Write at most 80 characters.")
                @Pattern(regexp = VISIBLE, message = "Enter the name that readers will see.")
                @Pattern(regexp = LINE, message = "Leave out control characters.")
                String name,
        @NotBlank(message = "Choose a password.")
                @Size(min = 8, max = 128, message = "Choose a password of 8 to 128 characters.")
                @Pattern(regexp = WHOLE, message = "Leave out halves of characters.")
                String password) {

    /** No control characters, those of direction included, and no half of a surrogate pair. */
    static final String LINE = "[^\\p{Cc}\\p{Cs}\\x{202A}-\\x{202E}\\x{2066}-\\x{2069}]*";

    /** No half of a surrogate pair, which has no bytes that could be hashed. */
    static final String WHOLE = "[^\\p{Cs}]*";

    private static final String VISIBLE = ".*[^\\p{Z}\\p{C}].*";

    /** Keeps the password out of logs. */
    @Override
    public String toString() {
        return "RegisterRequest[" + email + "]";
    }
}

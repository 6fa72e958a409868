package dev.preflight.accounts.passwords;

import jakarta.inject.Singleton;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Refuses the passwords that are guessed first: the most common ones, and what everybody knows of
 * their owner (NIST SP 800-63B §3.1.1.2).
 */
@Singleton
public final class CommonPasswords {

    private static final String LIST = "/passwords/common.txt";

    private final Set<String> common;

    CommonPasswords() {
        try (InputStream stream = getClass().getResourceAsStream(LIST)) {
            if (stream == null) {
                throw new IllegalStateException(LIST + " was not built");
            }
            this.common =
                    new String(stream.readAllBytes(), StandardCharsets.UTF_8)
                            .lines()
                            .collect(Collectors.toUnmodifiableSet());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /**
     * Why this person shall choose another password, in a sentence for them; empty if it may be.
     */
    public Optional<String> refusal(String password, String email, String name) {
        String guess = password.strip().toLowerCase(Locale.ROOT);
        String address = email.strip().toLowerCase(Locale.ROOT);
        int at = address.lastIndexOf('@');
        if (guess.equals(address) || (at > 0 && guess.equals(address.substring(0, at)))) {
            return Optional.of(
                    "This is your e-mail address, which is guessed first: choose something else.");
        }
        if (guess.equals(name.strip().toLowerCase(Locale.ROOT))) {
            return Optional.of("This is your name, which is guessed first: choose something else.");
        }
        if (common.contains(guess)) {
            return Optional.of(
                    "This is one of the passwords that are used most, and guessed first: choose"
                            + " something that only you would think of.");
        }
        return Optional.empty();
    }
}

package dev.preflight.web;

import com.google.common.hash.Hashing;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;

/**
 * What admits whoever shows it: 256 random bits in base64url, of which the server keeps a hash.
 * That needs neither salt nor time, as nobody can guess so many bits.
 *
 * @param value what is shown, be it one of ours or anything else
 */
public record Secret(String value) {

    private static final int BYTES = 32;
    private static final int LENGTH = 43;
    private static final SecureRandom RANDOM = new SecureRandom();

    /** A new one. */
    public static Secret generate() {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return new Secret(base64Url(bytes));
    }

    /** Whether it can be one at all; anything else is not worth looking for. */
    public boolean isPlausible() {
        return value.length() == LENGTH;
    }

    /** What the database knows it by, 43 characters. */
    public String hash() {
        return hashOf(value);
    }

    /** SHA-256 in base64url, 43 characters. */
    public static String hashOf(String text) {
        return base64Url(Hashing.sha256().hashString(text, StandardCharsets.UTF_8).asBytes());
    }

    private static String base64Url(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** Keeps it out of logs. */
    @Override
    public String toString() {
        return "Secret";
    }
}

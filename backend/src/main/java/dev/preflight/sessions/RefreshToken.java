package dev.preflight.sessions;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;

/**
 * What a browser shows to have its session renewed, once: 256 random bits, of which the server
 * keeps a hash. A slow hash would add nothing, as nobody can guess that many bits.
 */
record RefreshToken(String value) {

    private static final int BYTES = 32;
    private static final int LONGEST = 128;
    private static final SecureRandom RANDOM = new SecureRandom();

    static RefreshToken generate() {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return new RefreshToken(base64Url(bytes));
    }

    /** Whether it can be one at all; whatever is longer is not worth hashing. */
    boolean isPlausible() {
        return !value.isEmpty() && value.length() <= LONGEST;
    }

    /** What the database knows it by. */
    String hash() {
        try {
            byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
            return base64Url(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException impossible) {
            throw new AssertionError("every JDK has SHA-256", impossible);
        }
    }

    private static String base64Url(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** Keeps the token out of logs. */
    @Override
    public String toString() {
        return "RefreshToken";
    }
}

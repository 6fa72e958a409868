package dev.preflight.accounts.recovery;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;

/** What a link in a mail carries: 256 random bits in base64url, of which only a hash is kept. */
record MailToken(String value) {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BYTES = 32;

    static MailToken generate() {
        byte[] bits = new byte[BYTES];
        RANDOM.nextBytes(bits);
        return new MailToken(Base64.getUrlEncoder().withoutPadding().encodeToString(bits));
    }

    /** Needs neither salt nor time: 256 random bits cannot be guessed from it. */
    String hash() {
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256")
                            .digest(value.getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new AssertionError("every JDK has SHA-256", impossible);
        }
    }

    /** Keeps the token out of logs. */
    @Override
    public String toString() {
        return "MailToken[]";
    }
}

package dev.preflight.posts;

import dev.preflight.accounts.AccountId;

import org.jspecify.annotations.Nullable;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;

/**
 * Which page of which posts.
 *
 * @param limit how many posts, 1 to 100
 * @param after where the page begins; null: with the newest
 * @param author only this author's posts
 * @param tag only posts with this tag
 */
record PostQuery(
        int limit, @Nullable Cursor after, @Nullable AccountId author, @Nullable String tag) {

    /** A place between two posts, newest first: a page begins after it. Opaque on the wire. */
    record Cursor(Instant publishedAt, UUID id) {

        private static final int BYTES = 3 * Long.BYTES;

        /** Far from any post, and from what a database cannot read. */
        private static final Instant LATEST = Instant.parse("9999-01-01T00:00:00Z");

        static Cursor after(StoredPost last) {
            return new Cursor(last.publishedAt(), last.id());
        }

        /** Reads what {@link #encode} wrote; empty if it is anything else. */
        static Optional<Cursor> decode(String text) {
            try {
                byte[] bytes = Base64.getUrlDecoder().decode(text);
                if (bytes.length != BYTES) {
                    return Optional.empty();
                }
                ByteBuffer buffer = ByteBuffer.wrap(bytes);
                Instant publishedAt = Instant.EPOCH.plus(buffer.getLong(), ChronoUnit.MICROS);
                if (publishedAt.isBefore(Instant.EPOCH) || publishedAt.isAfter(LATEST)) {
                    return Optional.empty();
                }
                return Optional.of(
                        new Cursor(publishedAt, new UUID(buffer.getLong(), buffer.getLong())));
            } catch (IllegalArgumentException notBase64) {
                return Optional.empty();
            }
        }

        String encode() {
            byte[] bytes =
                    ByteBuffer.allocate(BYTES)
                            .putLong(ChronoUnit.MICROS.between(Instant.EPOCH, publishedAt))
                            .putLong(id.getMostSignificantBits())
                            .putLong(id.getLeastSignificantBits())
                            .array();
            return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        }
    }
}

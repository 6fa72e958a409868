package dev.preflight.posts;

import java.util.Optional;
import java.util.UUID;

/** Names a post, in the database and in its address. */
record PostId(UUID value) {

    /** Reads an id from an address; empty if no post can have it. */
    static Optional<PostId> parse(String text) {
        try {
            return Optional.of(new PostId(UUID.fromString(text)));
        } catch (IllegalArgumentException notAUuid) {
            return Optional.empty();
        }
    }
}

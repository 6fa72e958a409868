package dev.preflight.posts;

import java.util.UUID;

/** Names a post, in the database and in its address. */
record PostId(UUID value) {}

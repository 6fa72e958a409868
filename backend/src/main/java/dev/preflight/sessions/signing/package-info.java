/** The key that signs access tokens. */
@NullMarked
package dev.preflight.sessions.signing;

import org.jspecify.annotations.NullMarked;

/** Who is logged in: log-in, log-out, and the session that a cookie's JWT names. */
@NullMarked
package dev.preflight.sessions;

import org.jspecify.annotations.NullMarked;

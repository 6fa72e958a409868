/** Who is logged in: login, logout, and the session that a cookie's JWT names. */
@NullMarked
package dev.preflight.sessions;

import org.jspecify.annotations.NullMarked;

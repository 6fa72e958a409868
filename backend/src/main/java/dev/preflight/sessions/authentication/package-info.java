/** Log-in, registration, refresh and log-out, and who is logged in. */
@NullMarked
package dev.preflight.sessions.authentication;

import org.jspecify.annotations.NullMarked;

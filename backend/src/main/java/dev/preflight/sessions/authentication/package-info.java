/** Login, registration, refresh and logout, and who is logged in. */
@NullMarked
package dev.preflight.sessions.authentication;

import org.jspecify.annotations.NullMarked;

/**
 * Says no, and until when: to whoever tries the same thing too often, and where there is no room.
 */
@NullMarked
package dev.preflight.web.throttling;

import org.jspecify.annotations.NullMarked;

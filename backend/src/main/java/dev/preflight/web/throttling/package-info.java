/** Says no, and until when, to whoever tries the same thing too often. */
@NullMarked
package dev.preflight.web.throttling;

import org.jspecify.annotations.NullMarked;

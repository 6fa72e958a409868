/** Proves by mail that somebody owns an address, and lets them choose a new password. */
@NullMarked
package dev.preflight.accounts.recovery;

import org.jspecify.annotations.NullMarked;

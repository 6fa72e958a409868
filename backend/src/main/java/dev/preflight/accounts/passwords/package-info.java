/** Which passwords are taken, and how they are kept: hashed, and slow to guess. */
@NullMarked
package dev.preflight.accounts.passwords;

import org.jspecify.annotations.NullMarked;

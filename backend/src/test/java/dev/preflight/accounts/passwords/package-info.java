@NullMarked
package dev.preflight.accounts.passwords;

import org.jspecify.annotations.NullMarked;

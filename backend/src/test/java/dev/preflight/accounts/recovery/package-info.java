@NullMarked
package dev.preflight.accounts.recovery;

import org.jspecify.annotations.NullMarked;

/** Who exists: accounts and their passwords. */
@NullMarked
package dev.preflight.accounts;

import org.jspecify.annotations.NullMarked;

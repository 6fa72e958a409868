@NullMarked
package dev.preflight.accounts.addresses;

import org.jspecify.annotations.NullMarked;

@NullMarked
package dev.preflight.accounts;

import org.jspecify.annotations.NullMarked;

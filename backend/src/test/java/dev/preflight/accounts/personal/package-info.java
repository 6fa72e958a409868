@NullMarked
package dev.preflight.accounts.personal;

import org.jspecify.annotations.NullMarked;

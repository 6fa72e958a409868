@NullMarked
package dev.preflight.crossorigin.guard;

import org.jspecify.annotations.NullMarked;

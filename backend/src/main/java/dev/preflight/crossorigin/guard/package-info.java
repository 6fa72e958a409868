/** Which requests may change something: a pure function over what a request says of itself. */
@NullMarked
package dev.preflight.crossorigin.guard;

import org.jspecify.annotations.NullMarked;

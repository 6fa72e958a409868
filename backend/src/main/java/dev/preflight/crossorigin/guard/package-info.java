/**
 * Which requests may change something: a pure function over what a request says of itself, shared
 * by the filter, the tests and the Lab.
 */
@NullMarked
package dev.preflight.crossorigin.guard;

import org.jspecify.annotations.NullMarked;

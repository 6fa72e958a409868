/** Runs the batteries of conformance cases in {@code src/test/resources/cases} against servers. */
@NullMarked
package dev.preflight.crossorigin.cases;

import org.jspecify.annotations.NullMarked;

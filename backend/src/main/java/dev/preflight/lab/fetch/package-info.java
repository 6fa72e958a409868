/**
 * The Fetch standard as pure functions, as far as it decides about a call across origins; the rules
 * and their sentences are those of the Lab's page.
 */
@NullMarked
package dev.preflight.lab.fetch;

import org.jspecify.annotations.NullMarked;

/**
 * What browsers are told about a request by the policy: pure functions, shared by the filters that
 * answer and the Lab that simulates, so that the two cannot differ.
 */
@NullMarked
package dev.preflight.crossorigin.answers;

import org.jspecify.annotations.NullMarked;

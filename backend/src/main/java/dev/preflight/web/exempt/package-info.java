/**
 * The one exemption from the rules that every other answer follows: a run of the Lab says itself
 * what is sent.
 */
@NullMarked
package dev.preflight.web.exempt;

import org.jspecify.annotations.NullMarked;

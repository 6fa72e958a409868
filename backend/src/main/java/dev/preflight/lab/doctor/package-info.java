/**
 * The Doctor's second look: what a server answers to the request that a browser blocked, with all
 * the headers that the browser hides.
 */
@NullMarked
package dev.preflight.lab.doctor;

import org.jspecify.annotations.NullMarked;

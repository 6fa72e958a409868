/**
 * What the text that people type may hold: all that both databases can keep and readers can see.
 */
@NullMarked
package dev.preflight.web.input;

import org.jspecify.annotations.NullMarked;

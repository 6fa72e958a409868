/** The Lab over HTTP: what a run answers and writes down, its bounds, and that it is off. */
@NullMarked
package dev.preflight.lab;

import org.jspecify.annotations.NullMarked;

/** How a person describes what a run answers. */
@NullMarked
package dev.preflight.lab.description;

import org.jspecify.annotations.NullMarked;

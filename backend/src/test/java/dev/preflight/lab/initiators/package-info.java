/** The listener of the Lab's page on other origins, met by clients that mean no good. */
@NullMarked
package dev.preflight.lab.initiators;

import org.jspecify.annotations.NullMarked;

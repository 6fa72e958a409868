/** Tests of the server of the Lab's page on other origins. */
@NullMarked
package dev.preflight.lab.initiators;

import org.jspecify.annotations.NullMarked;

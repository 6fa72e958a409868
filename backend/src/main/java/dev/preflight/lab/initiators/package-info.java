/**
 * The page that the Lab's page has calls made from on other origins: on a port of its own, at home
 * alone.
 */
@NullMarked
package dev.preflight.lab.initiators;

import org.jspecify.annotations.NullMarked;

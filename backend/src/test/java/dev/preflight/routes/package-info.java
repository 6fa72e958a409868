/** Tests of what holds for every route, those of tomorrow included. */
@NullMarked
package dev.preflight.routes;

import org.jspecify.annotations.NullMarked;

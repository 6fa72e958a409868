/** Why the database refuses a row, in words that hold for each, and how a stream may ask it. */
@NullMarked
package dev.preflight.web.database;

import org.jspecify.annotations.NullMarked;

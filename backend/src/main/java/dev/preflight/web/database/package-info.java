/** Why the database refuses a row, in words that hold for each database. */
@NullMarked
package dev.preflight.web.database;

import org.jspecify.annotations.NullMarked;

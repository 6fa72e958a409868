/** The application: puts the modules together and starts the server. */
@NullMarked
package dev.preflight;

import org.jspecify.annotations.NullMarked;

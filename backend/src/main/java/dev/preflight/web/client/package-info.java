/** Serves the built client: its files, and its page for every address that a person can open. */
@NullMarked
package dev.preflight.web.client;

import org.jspecify.annotations.NullMarked;

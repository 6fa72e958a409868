/**
 * Who may call: the server's own origin, the policy for other origins, and the cookies that travel
 * between them.
 */
@NullMarked
package dev.preflight.crossorigin;

import org.jspecify.annotations.NullMarked;

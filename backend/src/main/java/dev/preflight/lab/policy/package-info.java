/** This server's own cross-origin policy, to look at. */
@NullMarked
package dev.preflight.lab.policy;

import org.jspecify.annotations.NullMarked;

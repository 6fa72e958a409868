/**
 * This server's own cross-origin policy, to look at and to try: what it would answer, and what the
 * checks at the start would say to another one.
 */
@NullMarked
package dev.preflight.lab.policy;

import org.jspecify.annotations.NullMarked;

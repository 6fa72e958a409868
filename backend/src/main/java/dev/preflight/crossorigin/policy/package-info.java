/**
 * What may be configured: a pure check of the cross-origin configuration that finds every mistake,
 * and the standards' terms that it needs.
 */
@NullMarked
package dev.preflight.crossorigin.policy;

import org.jspecify.annotations.NullMarked;

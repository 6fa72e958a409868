@NullMarked
package dev.preflight.crossorigin.policy;

import org.jspecify.annotations.NullMarked;

@NullMarked
package dev.preflight.crossorigin;

import org.jspecify.annotations.NullMarked;

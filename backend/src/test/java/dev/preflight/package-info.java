@NullMarked
package dev.preflight;

import org.jspecify.annotations.NullMarked;

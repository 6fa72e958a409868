@NullMarked
package dev.preflight.process;

import org.jspecify.annotations.NullMarked;

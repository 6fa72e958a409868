@NullMarked
package dev.preflight.sessions;

import org.jspecify.annotations.NullMarked;

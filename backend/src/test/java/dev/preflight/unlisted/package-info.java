@NullMarked
package dev.preflight.unlisted;

import org.jspecify.annotations.NullMarked;

@NullMarked
package dev.preflight.posts;

import org.jspecify.annotations.NullMarked;

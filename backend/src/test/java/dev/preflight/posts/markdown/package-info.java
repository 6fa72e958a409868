@NullMarked
package dev.preflight.posts.markdown;

import org.jspecify.annotations.NullMarked;

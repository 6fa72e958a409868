/** What is published: posts, listed, read, written and changed by their authors. */
@NullMarked
package dev.preflight.posts;

import org.jspecify.annotations.NullMarked;

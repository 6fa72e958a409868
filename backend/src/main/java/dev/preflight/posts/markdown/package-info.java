/** What an author's Markdown becomes: safe HTML, an excerpt, a slug. */
@NullMarked
package dev.preflight.posts.markdown;

import org.jspecify.annotations.NullMarked;

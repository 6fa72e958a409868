/** What tests share: a running server on either database, and a browser-like client. */
@NullMarked
package dev.preflight.testing;

import org.jspecify.annotations.NullMarked;

/** What people do with their own account while they are logged in, and what that ends. */
@NullMarked
package dev.preflight.sessions.account;

import org.jspecify.annotations.NullMarked;

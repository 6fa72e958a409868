@NullMarked
package dev.preflight.sessions.account;

import org.jspecify.annotations.NullMarked;

@NullMarked
package dev.preflight.accounts.mail;

import org.jspecify.annotations.NullMarked;

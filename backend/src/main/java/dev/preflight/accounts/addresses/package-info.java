/** Which e-mail addresses are taken, so that a mail reaches the mailbox that somebody typed. */
@NullMarked
package dev.preflight.accounts.addresses;

import org.jspecify.annotations.NullMarked;

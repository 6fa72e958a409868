/** Sends mail to account holders: by SMTP, or at home into an outbox that the client can open. */
@NullMarked
package dev.preflight.accounts.mail;

import org.jspecify.annotations.NullMarked;

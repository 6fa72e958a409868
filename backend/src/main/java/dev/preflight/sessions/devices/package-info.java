/** Where an account is logged in, for its owner to see and to end. */
@NullMarked
package dev.preflight.sessions.devices;

import org.jspecify.annotations.NullMarked;

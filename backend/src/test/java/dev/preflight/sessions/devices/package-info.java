/** Tests of how devices are told. */
@NullMarked
package dev.preflight.sessions.devices;

import org.jspecify.annotations.NullMarked;

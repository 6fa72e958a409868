/** Tests of the panel that shows this server's policy. */
@NullMarked
package dev.preflight.lab.policy;

import org.jspecify.annotations.NullMarked;

/**
 * What happened: runs that answer as they were told to, and the journal of what browsers asked
 * them. Nothing of it exists while the Lab is off.
 */
@Configuration
@Requires(property = "preflight.lab.enabled", value = StringUtils.TRUE)
@NullMarked
package dev.preflight.lab;

import io.micronaut.context.annotation.Configuration;
import io.micronaut.context.annotation.Requires;
import io.micronaut.core.util.StringUtils;

import org.jspecify.annotations.NullMarked;

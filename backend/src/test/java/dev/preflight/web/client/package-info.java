@NullMarked
package dev.preflight.web.client;

import org.jspecify.annotations.NullMarked;

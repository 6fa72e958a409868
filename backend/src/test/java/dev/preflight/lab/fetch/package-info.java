@NullMarked
package dev.preflight.lab.fetch;

import org.jspecify.annotations.NullMarked;

@NullMarked
package dev.preflight.web;

import org.jspecify.annotations.NullMarked;

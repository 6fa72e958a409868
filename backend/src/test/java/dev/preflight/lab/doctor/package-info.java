@NullMarked
package dev.preflight.lab.doctor;

import org.jspecify.annotations.NullMarked;

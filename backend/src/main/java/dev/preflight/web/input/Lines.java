package dev.preflight.web.input;

import jakarta.validation.constraints.Pattern;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Many lines: anything but NUL, which PostgreSQL cannot store, and halves of surrogate pairs. */
@Pattern(regexp = "[^\\x00\\p{Cs}]*", message = "Leave out the character NUL.")
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.ANNOTATION_TYPE})
public @interface Lines {}

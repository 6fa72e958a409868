package dev.preflight.accounts;

import dev.preflight.web.input.SingleLine;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The name that readers see. */
@NotBlank(message = "Enter the name that readers will see.")
@Size(max = 80, message = "Write at most 80 characters.")
@Pattern(regexp = ".*[^\\p{Z}\\p{C}].*", message = "Enter the name that readers will see.")
@SingleLine
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.ANNOTATION_TYPE})
public @interface AccountName {}

package dev.preflight.accounts.passwords;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A password that somebody types to show who they are. */
@NotBlank(message = "Enter your password.")
@Size(max = 128, message = "A password has at most 128 characters.")
@Pattern(regexp = "[^\\p{Cs}]*", message = "Leave out halves of characters.")
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.ANNOTATION_TYPE})
public @interface GivenPassword {}

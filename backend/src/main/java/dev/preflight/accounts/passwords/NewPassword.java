package dev.preflight.accounts.passwords;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A password that somebody chooses, as far as its length and its characters go. */
@NotBlank(message = "Choose a password.")
@Size(min = 8, max = 128, message = "Choose a password of 8 to 128 characters.")
@Pattern(regexp = "[^\\p{Cs}]*", message = "Leave out halves of characters.")
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.ANNOTATION_TYPE})
public @interface NewPassword {}

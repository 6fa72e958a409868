package dev.preflight.accounts.mail;

import dev.preflight.web.input.SingleLine;

import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** An address that mail can be sent to. */
@NotBlank(message = "Enter your e-mail address.")
@Email(message = "Write an e-mail address, such as name@example.com.")
@Size(max = 254, message = "Write at most 254 characters.")
@SingleLine
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.ANNOTATION_TYPE})
public @interface EmailAddress {}

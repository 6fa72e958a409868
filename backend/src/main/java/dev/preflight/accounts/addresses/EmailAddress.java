package dev.preflight.accounts.addresses;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** An address that mail can be sent to, as {@link AddressSyntax} has it, or with spaces around. */
@Constraint(validatedBy = {})
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.ANNOTATION_TYPE})
public @interface EmailAddress {

    /** What is told where nothing more exact is known. */
    String message() default AddressSyntax.MALFORMED;

    /** Unused, but every constraint has it (Jakarta Validation §3.1.1.2). */
    Class<?>[] groups() default {};

    /** Unused, but every constraint has it (Jakarta Validation §3.1.1.3). */
    Class<? extends Payload>[] payload() default {};
}

package dev.preflight.accounts.addresses;

import io.micronaut.core.annotation.AnnotationValue;
import io.micronaut.validation.validator.constraints.ConstraintValidator;
import io.micronaut.validation.validator.constraints.ConstraintValidatorContext;

import jakarta.inject.Singleton;

import org.jspecify.annotations.Nullable;

import java.util.Optional;

/**
 * Tells one problem of an address, its length first: the framework's own check of the form runs
 * beside the one of the length, and overflows the stack on thousands of labels.
 */
@Singleton
final class EmailAddressValidator implements ConstraintValidator<EmailAddress, String> {

    @Override
    public boolean isValid(
            @Nullable String value,
            AnnotationValue<EmailAddress> annotation,
            ConstraintValidatorContext context) {
        Optional<String> problem = AddressSyntax.problem(value == null ? "" : value);
        problem.ifPresent(context::messageTemplate);
        return problem.isEmpty();
    }
}

package dev.preflight.web.throttling;

import io.micronaut.context.annotation.EachProperty;
import io.micronaut.context.annotation.Parameter;

import jakarta.validation.constraints.Min;

import java.time.Duration;

/**
 * The figures of one kind of attempt.
 *
 * @param name the kind
 * @param burst attempts at once, at least 1
 * @param refill from one further attempt to the next, at least a millisecond
 */
@EachProperty("preflight.throttling.budgets")
record BudgetSettings(@Parameter String name, @Min(1) int burst, Duration refill) {

    /** How far ahead of its time an attempt may come, in milliseconds. */
    long toleranceMillis() {
        return refill.toMillis() * (burst - 1L);
    }
}

package dev.preflight.web.throttling;

/**
 * How often one subject may try one thing: so many attempts at once, and a further one after each
 * interval.
 *
 * @param name what is tried; its figures are {@code preflight.throttling.budgets.<name>}
 * @param subject who tries, or whom it is tried on: an address, an account; stored as a hash
 */
public record Budget(String name, String subject) {}

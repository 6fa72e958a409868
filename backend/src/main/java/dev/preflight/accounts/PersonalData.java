package dev.preflight.accounts;

import io.micronaut.core.order.Ordered;

/**
 * What a module knows of one person, so that they can take it along and have it deleted. Each
 * module with personal data has a bean of this type; they are shown in their order, and deleted in
 * the opposite one, the account itself last.
 */
public interface PersonalData extends Ordered {

    /** What it is called in an export and before a deletion, such as {@code posts}. */
    String name();

    /** How many there are. */
    long count(AccountId owner);

    /**
     * All of it, as objects that can be written as JSON: one object, or an {@link Iterable} of
     * them, which is read once, outside of any transaction, and fetches only so much at a time as
     * memory bears.
     */
    Object export(AccountId owner);

    /** Deletes it, within the transaction that deletes the account. */
    void delete(AccountId owner);
}

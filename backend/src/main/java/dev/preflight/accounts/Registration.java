package dev.preflight.accounts;

/** What became of the wish to register. */
public sealed interface Registration {

    /** There is an account now. */
    record Registered(Account account) implements Registration {}

    /** Someone has an account with this e-mail, perhaps in other letter case. */
    record EmailTaken() implements Registration {}

    /** The password is too easy to guess; the reason is for the person. */
    record PasswordRefused(String reason) implements Registration {}
}

package dev.preflight.accounts.recovery;

/** What became of the wish for a new password. */
sealed interface PasswordChange {

    /** The new password is in force. */
    record Done() implements PasswordChange {}

    /** It is too easy to guess; the reason is for the person. */
    record Refused(String reason) implements PasswordChange {}

    /** The link was used before, is too old, or never was one. */
    record LinkOver() implements PasswordChange {}
}

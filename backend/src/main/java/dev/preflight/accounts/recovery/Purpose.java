package dev.preflight.accounts.recovery;

/** What the holder of a mail's link may do. */
enum Purpose {
    /** Choose a new password. */
    RESET_PASSWORD,
    /** Prove that the account's address is theirs. */
    CONFIRM_EMAIL,
    /** Make the address that the mail went to the account's. */
    CHANGE_EMAIL
}

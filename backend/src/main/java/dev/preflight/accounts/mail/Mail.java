package dev.preflight.accounts.mail;

/**
 * A mail of plain text to one person.
 *
 * @param text what only the owner of the address shall read
 */
public record Mail(String to, String subject, String text) {

    /** Keeps the address and the text, which may admit to an account, out of logs. */
    @Override
    public String toString() {
        return "Mail[" + subject + "]";
    }
}

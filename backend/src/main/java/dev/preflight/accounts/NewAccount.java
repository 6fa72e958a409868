package dev.preflight.accounts;

/** What it takes to register; the password never leaves this record but into the hasher. */
public record NewAccount(String email, String name, String password) {

    /** Keeps the password out of logs. */
    @Override
    public String toString() {
        return "NewAccount[" + email + "]";
    }
}

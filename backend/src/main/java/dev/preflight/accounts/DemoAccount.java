package dev.preflight.accounts;

/**
 * The account that the {@code dev} environment makes at home, so that one can log in without
 * registering.
 */
public final class DemoAccount {

    /** Its e-mail address. */
    public static String email() {
        return "demo@example.com";
    }

    /** Its password, which is no secret: a public server refuses to start with this account. */
    public static String password() {
        return "preflight-demo";
    }

    private DemoAccount() {}
}

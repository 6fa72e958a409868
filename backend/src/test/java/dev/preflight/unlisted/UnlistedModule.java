package dev.preflight.unlisted;

import dev.preflight.accounts.AccountId;

/**
 * What {@code ModulesTest} has to find: a module that its table does not name, public for nobody.
 */
public final class UnlistedModule {

    private final AccountId account;

    UnlistedModule(AccountId account) {
        this.account = account;
    }

    AccountId account() {
        return account;
    }
}

package dev.preflight.sessions.authentication;

import dev.preflight.accounts.AccountId;
import dev.preflight.accounts.Accounts;
import dev.preflight.sessions.Issued;
import dev.preflight.sessions.Sessions;
import dev.preflight.sessions.devices.Device;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;

import java.util.Optional;

/**
 * Opens the session of whoever has shown a password. While it was checked, which takes its time,
 * the password may have been changed, and all sessions ended, for fear of this very login.
 */
@Singleton
class LogIn {

    private final Accounts accounts;
    private final Sessions sessions;
    private final KnownNetworks networks;

    LogIn(Accounts accounts, Sessions sessions, KnownNetworks networks) {
        this.accounts = accounts;
        this.sessions = sessions;
        this.networks = networks;
    }

    /** The session, unless the password is no longer the account's. */
    @Transactional
    Optional<Issued> open(Accounts.Authenticated shown, Device device) {
        if (!accounts.isCurrent(shown)) {
            return Optional.empty();
        }
        return Optional.of(open(shown.account().id(), device));
    }

    /** The session of an account that was made just now. */
    @Transactional
    Issued open(AccountId account, Device device) {
        networks.see(account, device.address());
        return sessions.open(account, device);
    }
}

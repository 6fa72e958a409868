package dev.preflight;

import dev.preflight.accounts.Accounts;
import dev.preflight.accounts.DemoAccount;
import dev.preflight.crossorigin.OwnOrigin;

import io.micronaut.context.event.StartupEvent;
import io.micronaut.context.exceptions.ConfigurationException;
import io.micronaut.runtime.event.annotation.EventListener;

import jakarta.inject.Singleton;

/**
 * Keeps a database that once served the dev environment from being published with its well-known
 * password.
 */
@Singleton
final class DemoAccountCheck {

    private final OwnOrigin origin;
    private final Accounts accounts;

    DemoAccountCheck(OwnOrigin origin, Accounts accounts) {
        this.origin = origin;
        this.accounts = accounts;
    }

    @EventListener
    void onStartup(StartupEvent starting) {
        boolean open =
                !origin.isHome()
                        && accounts.authenticate(DemoAccount.email(), DemoAccount.password())
                                .isPresent();
        if (open) {
            throw new ConfigurationException(
                    "The database holds the demo account "
                            + DemoAccount.email()
                            + ", whose password everybody knows: use another database for a public"
                            + " server, or delete that account from this one.");
        }
    }
}

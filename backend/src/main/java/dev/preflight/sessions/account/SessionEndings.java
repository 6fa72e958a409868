package dev.preflight.sessions.account;

import dev.preflight.accounts.PasswordReset;
import dev.preflight.sessions.Sessions;

import io.micronaut.runtime.event.annotation.EventListener;

import jakarta.inject.Singleton;

/** Ends the sessions of an account when the password that opened them is gone. */
@Singleton
final class SessionEndings {

    private final Sessions sessions;

    SessionEndings(Sessions sessions) {
        this.sessions = sessions;
    }

    @EventListener
    void on(PasswordReset reset) {
        sessions.endAllOf(reset.account());
    }
}

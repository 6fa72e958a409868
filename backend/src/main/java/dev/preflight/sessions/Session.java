package dev.preflight.sessions;

import dev.preflight.accounts.AccountId;

import io.micronaut.security.authentication.Authentication;

import java.util.Map;
import java.util.UUID;

/**
 * The session of a request: a controller that asks for one gets it, and one that asks for a
 * nullable one also serves visitors.
 */
public final class Session implements Authentication {

    private static final long serialVersionUID = 1L;

    private final UUID account;
    private final UUID session;

    Session(AccountId account, SessionId session) {
        this.account = account.value();
        this.session = session.value();
    }

    /** Whose session it is. */
    public AccountId accountId() {
        return new AccountId(account);
    }

    /** Whether it is the session of this id. */
    public boolean hasId(UUID id) {
        return session.equals(id);
    }

    SessionId id() {
        return new SessionId(session);
    }

    @Override
    public String getName() {
        return account.toString();
    }

    @Override
    public Map<String, Object> getAttributes() {
        return Map.of();
    }
}

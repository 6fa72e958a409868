package dev.preflight.sessions.devices;

import dev.preflight.accounts.AccountId;
import dev.preflight.accounts.PersonalData;
import dev.preflight.sessions.ActiveSession;
import dev.preflight.sessions.Sessions;

import io.micronaut.serde.annotation.Serdeable;

import jakarta.inject.Singleton;

import java.time.Instant;

/** Where somebody is logged in. */
@Singleton
final class DeviceData implements PersonalData {

    private final Sessions sessions;

    DeviceData(Sessions sessions) {
        this.sessions = sessions;
    }

    @Override
    public String name() {
        return "devices";
    }

    @Override
    public long count(AccountId owner) {
        return sessions.of(owner).size();
    }

    @Override
    public Object export(AccountId owner) {
        return sessions.of(owner).stream().map(Exported::of).toList();
    }

    @Override
    public void delete(AccountId owner) {
        sessions.endAllOf(owner);
    }

    /** A session in an export. */
    @Serdeable
    record Exported(
            String browser,
            String system,
            String address,
            Instant firstUsedAt,
            Instant lastUsedAt) {

        static Exported of(ActiveSession session) {
            return new Exported(
                    session.device().browser(),
                    session.device().operatingSystem(),
                    session.device().address(),
                    session.firstUsedAt(),
                    session.lastUsedAt());
        }
    }
}

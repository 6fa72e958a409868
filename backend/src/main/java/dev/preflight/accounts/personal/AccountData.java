package dev.preflight.accounts.personal;

import com.fasterxml.jackson.annotation.JsonInclude;

import dev.preflight.accounts.AccountDetails;
import dev.preflight.accounts.AccountId;
import dev.preflight.accounts.Accounts;
import dev.preflight.accounts.PersonalData;

import io.micronaut.core.order.Ordered;
import io.micronaut.serde.annotation.Serdeable;

import jakarta.inject.Singleton;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** The account itself, all of it but the password's hash. */
@Singleton
final class AccountData implements PersonalData {

    private final Accounts accounts;

    AccountData(Accounts accounts) {
        this.accounts = accounts;
    }

    @Override
    public String name() {
        return "account";
    }

    @Override
    public long count(AccountId owner) {
        return accounts.find(owner).isPresent() ? 1 : 0;
    }

    @Override
    public Object export(AccountId owner) {
        return accounts.details(owner).<Object>map(Exported::of).orElseGet(List::of);
    }

    @Override
    public void delete(AccountId owner) {
        accounts.delete(owner);
    }

    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE;
    }

    /** The account in an export. */
    @Serdeable
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record Exported(UUID id, String email, boolean emailConfirmed, String name, Instant createdAt) {

        static Exported of(AccountDetails details) {
            return new Exported(
                    details.account().id().value(),
                    details.account().email(),
                    details.emailConfirmed(),
                    details.account().name(),
                    details.createdAt());
        }
    }
}

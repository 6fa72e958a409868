package dev.preflight.accounts.personal;

import com.fasterxml.jackson.annotation.JsonInclude;

import dev.preflight.accounts.AccountDetails;
import dev.preflight.accounts.AccountId;
import dev.preflight.accounts.Accounts;
import dev.preflight.accounts.PersonalData;
import dev.preflight.accounts.recovery.EmailConfirmation;

import io.micronaut.core.order.Ordered;
import io.micronaut.serde.annotation.Serdeable;

import jakarta.inject.Singleton;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** The account itself, all of it but the password's hash. */
@Singleton
final class AccountData implements PersonalData {

    private final Accounts accounts;
    private final EmailConfirmation emails;

    AccountData(Accounts accounts, EmailConfirmation emails) {
        this.accounts = accounts;
        this.emails = emails;
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
        return accounts.details(owner)
                .<Object>map(
                        details -> Exported.of(details, emails.pendingEmail(owner).orElse(null)))
                .orElseGet(List::of);
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
    record Exported(
            UUID id,
            String email,
            boolean emailConfirmed,
            @Nullable String pendingEmail,
            String name,
            Instant createdAt) {

        static Exported of(AccountDetails details, @Nullable String pendingEmail) {
            return new Exported(
                    details.account().id().value(),
                    details.account().email(),
                    details.emailConfirmed(),
                    pendingEmail,
                    details.account().name(),
                    details.createdAt());
        }
    }
}

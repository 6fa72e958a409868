package dev.preflight.accounts;

import dev.preflight.accounts.passwords.CommonPasswords;
import dev.preflight.accounts.passwords.PasswordHasher;

import io.micronaut.data.exceptions.DataAccessException;

import jakarta.inject.Singleton;

import java.sql.SQLException;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/** Registers accounts and tells who a person is. */
@Singleton
public final class Accounts {

    /** The SQL standard's class for a broken unique constraint. */
    private static final String UNIQUE_VIOLATION = "23505";

    private final AccountRepository repository;
    private final PasswordHasher hasher;
    private final CommonPasswords common;
    private final Clock clock;

    /**
     * Checked where there is no account, so that its absence cannot be told by the time it takes.
     */
    private final String hashOfNobody;

    Accounts(
            AccountRepository repository,
            PasswordHasher hasher,
            CommonPasswords common,
            Clock clock) {
        this.repository = repository;
        this.hasher = hasher;
        this.common = common;
        this.clock = clock;
        this.hashOfNobody = hasher.hash(UUID.randomUUID().toString());
    }

    /** Makes an account, unless its password is easy to guess or its e-mail is taken. */
    public Registration register(NewAccount wanted) {
        Optional<String> refusal = common.refusal(wanted.password(), wanted.email(), wanted.name());
        if (refusal.isPresent()) {
            return new Registration.PasswordRefused(refusal.get());
        }
        String emailKey = emailKey(wanted.email());
        if (repository.findByEmailKey(emailKey).isPresent()) {
            return new Registration.EmailTaken();
        }
        AccountRow row =
                new AccountRow(
                        UUID.randomUUID(),
                        wanted.email(),
                        wanted.name(),
                        hasher.hash(wanted.password()));
        try {
            repository.insert(
                    row.id(),
                    row.email(),
                    emailKey,
                    row.name(),
                    row.passwordHash(),
                    clock.instant().truncatedTo(ChronoUnit.MICROS));
        } catch (DataAccessException refused) {
            if (isUniqueViolation(refused)) {
                return new Registration.EmailTaken();
            }
            throw refused;
        }
        return new Registration.Registered(row.toAccount());
    }

    /**
     * The account of this e-mail, if the password is right; the answer takes as long if there is
     * none.
     */
    public Optional<Account> authenticate(String email, String password) {
        Optional<AccountRow> row = repository.findByEmailKey(emailKey(email));
        boolean right =
                hasher.matches(password, row.map(AccountRow::passwordHash).orElse(hashOfNobody));
        return row.filter(known -> right).map(AccountRow::toAccount);
    }

    /** The account of this id. */
    public Optional<Account> find(AccountId id) {
        return repository.findById(id.value()).map(AccountRow::toAccount);
    }

    /** The account of this e-mail, whatever the case of its letters. */
    public Optional<Account> findByEmail(String email) {
        return repository.findByEmailKey(emailKey(email)).map(AccountRow::toAccount);
    }

    /** What makes two e-mails the same account: their letters, whatever their case. */
    public static String emailKey(String email) {
        return email.toLowerCase(Locale.ROOT);
    }

    private static boolean isUniqueViolation(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && UNIQUE_VIOLATION.equals(sql.getSQLState())) {
                return true;
            }
        }
        return false;
    }
}

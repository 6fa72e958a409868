package dev.preflight.accounts;

import dev.preflight.accounts.passwords.CommonPasswords;
import dev.preflight.accounts.passwords.PasswordHasher;
import dev.preflight.web.database.BrokenConstraint;

import io.micronaut.data.exceptions.DataAccessException;

import jakarta.inject.Singleton;

import org.jspecify.annotations.Nullable;

import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/** Registers accounts, tells who a person is, and changes what is known of them. */
@Singleton
public final class Accounts {

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
        return insert(wanted, null);
    }

    /** The same for an account whose e-mail address needs no confirmation, such as a sample's. */
    public Registration registerConfirmed(NewAccount wanted) {
        return insert(wanted, clock.instant());
    }

    private Registration insert(NewAccount wanted, @Nullable Instant confirmedAt) {
        Optional<String> refusal = common.refusal(wanted.password(), wanted.email(), wanted.name());
        if (refusal.isPresent()) {
            return new Registration.PasswordRefused(refusal.get());
        }
        String emailKey = emailKey(wanted.email());
        if (repository.findByEmailKey(emailKey).isPresent()) {
            return new Registration.EmailTaken();
        }
        Account account =
                new Account(new AccountId(UUID.randomUUID()), wanted.email(), wanted.name());
        String hash = hasher.hash(wanted.password());
        try {
            repository.insert(
                    account.id().value(),
                    account.email(),
                    emailKey,
                    account.name(),
                    hash,
                    clock.instant(),
                    confirmedAt);
        } catch (DataAccessException refused) {
            if (saysThatEmailIsTaken(refused)) {
                return new Registration.EmailTaken();
            }
            throw refused;
        }
        return new Registration.Registered(account);
    }

    /**
     * The account of this e-mail, if the password is right; the answer takes as long if there is
     * none.
     */
    public Optional<Authenticated> authenticate(String email, String password) {
        Optional<AccountRow> row = repository.findByEmailKey(emailKey(email));
        boolean right =
                hasher.matches(password, row.map(AccountRow::passwordHash).orElse(hashOfNobody));
        return row.filter(known -> right)
                .map(known -> new Authenticated(known.toAccount(), known.passwordHash()));
    }

    /**
     * Whether the password that somebody has shown is still the account's. It stays so until the
     * caller's transaction ends, so that what a password opens cannot outlive its change.
     */
    public boolean isCurrent(Authenticated shown) {
        return repository
                .lockById(shown.account.id().value())
                .filter(row -> row.passwordHash().equals(shown.passwordHash))
                .isPresent();
    }

    /**
     * Has everybody else who would change this account wait until the caller's transaction ends. To
     * be taken before anything that hangs on the account, so that nobody waits in a circle.
     */
    public void lock(AccountId id) {
        repository.lockById(id.value());
    }

    /** The account of this id. */
    public Optional<Account> find(AccountId id) {
        return repository.findById(id.value()).map(AccountRow::toAccount);
    }

    /** The account of this e-mail, whatever the case of its letters. */
    public Optional<Account> findByEmail(String email) {
        return repository.findByEmailKey(emailKey(email)).map(AccountRow::toAccount);
    }

    /** The account of this id as its owner manages it. */
    public Optional<AccountDetails> details(AccountId id) {
        return repository.findById(id.value()).map(AccountRow::toDetails);
    }

    /** Gives an account another name, everywhere that readers see it. */
    public void rename(AccountId id, String name) {
        repository.updateName(id.value(), name);
    }

    /** Gives an account another password, as it came out of the hasher. */
    public void replacePassword(AccountId id, String hash) {
        repository.updatePassword(id.value(), hash);
    }

    /** Notes that somebody reads this address; false if it is not, or no longer, the account's. */
    public boolean confirmEmail(AccountId id, String email) {
        return repository.confirmEmail(id.value(), emailKey(email), clock.instant()) > 0;
    }

    /**
     * Gives an account another address, which its owner has proved to read.
     *
     * @throws DataAccessException if somebody else has it, see {@link #saysThatEmailIsTaken}
     */
    public void replaceEmail(AccountId id, String email) {
        repository.updateEmail(id.value(), email, emailKey(email), clock.instant());
    }

    /** Removes an account; what belongs to it has to be gone. */
    public void delete(AccountId id) {
        repository.delete(id.value());
    }

    /** What makes two e-mails the same account: their letters, whatever their case. */
    public static String emailKey(String email) {
        return email.toLowerCase(Locale.ROOT);
    }

    /** Whether the database refused an account because of its e-mail. */
    public static boolean saysThatEmailIsTaken(DataAccessException refusal) {
        return BrokenConstraint.isUnique(refusal);
    }

    /** Somebody who has shown the password of an account, a moment ago. */
    public static final class Authenticated {

        private final Account account;
        private final String passwordHash;

        private Authenticated(Account account, String passwordHash) {
            this.account = account;
            this.passwordHash = passwordHash;
        }

        /** Whose password it was. */
        public Account account() {
            return account;
        }
    }
}

package dev.preflight.accounts.recovery;

import dev.preflight.accounts.Account;
import dev.preflight.accounts.AccountId;
import dev.preflight.accounts.Accounts;
import dev.preflight.accounts.mail.Mails;
import dev.preflight.web.Secret;

import io.micronaut.data.exceptions.DataAccessException;
import io.micronaut.http.HttpRequest;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.Optional;

/** Has people prove by mail that an address is theirs, be it the account's or its next one. */
@Singleton
public class EmailConfirmation {

    private static final Logger LOG = LoggerFactory.getLogger(EmailConfirmation.class);

    private final Accounts accounts;
    private final MailTokens tokens;
    private final MailThrottle throttle;
    private final Letters letters;
    private final Mails mails;

    EmailConfirmation(
            Accounts accounts,
            MailTokens tokens,
            MailThrottle throttle,
            Letters letters,
            Mails mails) {
        this.accounts = accounts;
        this.tokens = tokens;
        this.throttle = throttle;
        this.letters = letters;
        this.mails = mails;
    }

    /**
     * Mails the first link to whoever has registered. It counts as one that was asked for: beyond
     * what may be, its owner has it sent from the account's page later.
     */
    public void sendFirstLink(Account registered, HttpRequest<?> request) {
        if (throttle.takeQuietly(registered.email(), request)) {
            sendLink(registered);
        }
    }

    /** Mails a link that confirms the account's address. */
    public void sendLink(Account account) {
        mails.send(() -> Optional.of(letters.confirmEmail(account, token(account))));
    }

    private Secret token(Account account) {
        return tokens.issue(account.id(), Purpose.CONFIRM_EMAIL, account.email());
    }

    /**
     * Mails a link to a new address, and tells the present one. If the new one has an account, its
     * owner is told instead, and the link is thrown away: whoever asked sees no difference.
     */
    public void sendLink(Account account, String newEmail) {
        Secret token = tokens.issueOnly(account.id(), Purpose.CHANGE_EMAIL, newEmail);
        mails.send(
                () -> {
                    Optional<Account> owner =
                            accounts.findByEmail(newEmail)
                                    .filter(known -> !known.id().equals(account.id()));
                    return Optional.of(
                            owner.map(letters::addressIsInUse)
                                    .orElseGet(() -> letters.changeEmail(newEmail, token)));
                });
        mails.send(letters.emailWillChange(account, newEmail));
        LOG.info("change of e-mail asked for: account {}", account.id().value());
    }

    /** The address that an account gets when the link that was sent there is opened. */
    public Optional<String> pendingEmail(AccountId account) {
        return tokens.newestAddress(account, Purpose.CHANGE_EMAIL);
    }

    /** Confirms the address that a link was sent to; false if the link is over. */
    boolean confirm(Secret token) {
        Optional<MailTokens.Grant> grant = tokens.find(token);
        try {
            return grant.isPresent() && confirm(grant.get());
        } catch (DataAccessException refused) {
            if (Accounts.saysThatEmailIsTaken(refused)) {
                return false;
            }
            throw refused;
        }
    }

    @Transactional
    boolean confirm(MailTokens.Grant grant) {
        accounts.lock(grant.account());
        return switch (grant.purpose()) {
            case RESET_PASSWORD -> false;
            case CONFIRM_EMAIL ->
                    tokens.use(grant) && accounts.confirmEmail(grant.account(), grant.email());
            case CHANGE_EMAIL -> tokens.use(grant) && change(grant);
        };
    }

    /** Links that went to the former address no longer admit to the account. */
    private boolean change(MailTokens.Grant grant) {
        accounts.replaceEmail(grant.account(), grant.email());
        tokens.useUp(grant.account());
        LOG.info("e-mail changed: account {}", grant.account().value());
        return true;
    }
}

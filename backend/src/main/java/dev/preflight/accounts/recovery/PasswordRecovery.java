package dev.preflight.accounts.recovery;

import dev.preflight.accounts.Account;
import dev.preflight.accounts.AccountId;
import dev.preflight.accounts.Accounts;
import dev.preflight.accounts.PasswordReset;
import dev.preflight.accounts.mail.Mails;
import dev.preflight.accounts.passwords.CommonPasswords;
import dev.preflight.accounts.passwords.PasswordHasher;
import dev.preflight.web.Secret;

import io.micronaut.context.event.ApplicationEventPublisher;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.Optional;

/** Gives accounts new passwords: of people who know the present one, or who read their mail. */
@Singleton
public class PasswordRecovery {

    private static final Logger LOG = LoggerFactory.getLogger(PasswordRecovery.class);

    private final Accounts accounts;
    private final MailTokens tokens;
    private final Letters letters;
    private final Mails mails;
    private final CommonPasswords common;
    private final PasswordHasher hasher;
    private final ApplicationEventPublisher<PasswordReset> reset;

    PasswordRecovery(
            Accounts accounts,
            MailTokens tokens,
            Letters letters,
            Mails mails,
            CommonPasswords common,
            PasswordHasher hasher,
            ApplicationEventPublisher<PasswordReset> reset) {
        this.accounts = accounts;
        this.tokens = tokens;
        this.letters = letters;
        this.mails = mails;
        this.common = common;
        this.hasher = hasher;
        this.reset = reset;
    }

    /**
     * Mails a link to the owner of this address, if it has an account. Whether it has is found out
     * in the background: neither the answer nor its time tells.
     */
    void sendLink(String email) {
        mails.send(
                () ->
                        accounts.findByEmail(email)
                                .map(
                                        account ->
                                                letters.resetPassword(
                                                        account,
                                                        tokens.issue(
                                                                account.id(),
                                                                Purpose.RESET_PASSWORD,
                                                                account.email()))));
    }

    /** Gives the account of a mailed link a new password, and ends all its sessions. */
    PasswordChange reset(Secret token, String password) {
        Optional<MailTokens.Grant> grant =
                tokens.find(token).filter(found -> found.purpose() == Purpose.RESET_PASSWORD);
        Optional<Account> account = grant.flatMap(found -> accounts.find(found.account()));
        if (grant.isEmpty() || account.isEmpty()) {
            return new PasswordChange.LinkOver();
        }
        Optional<String> refusal = refusal(account.get(), password);
        if (refusal.isPresent()) {
            return new PasswordChange.Refused(refusal.get());
        }
        String hash = hasher.hash(password);
        if (!replace(grant.get(), hash)) {
            return new PasswordChange.LinkOver();
        }
        LOG.info("password reset, all sessions ended: account {}", account.get().id().value());
        mails.send(letters.passwordWasReset(account.get()));
        return new PasswordChange.Done();
    }

    /** All or nothing: the link is used up, the address confirmed, the password new. */
    @Transactional
    boolean replace(MailTokens.Grant grant, String hash) {
        accounts.lock(grant.account());
        if (!tokens.use(grant) || !accounts.confirmEmail(grant.account(), grant.email())) {
            return false;
        }
        replace(grant.account(), hash);
        reset.publishEvent(new PasswordReset(grant.account()));
        return true;
    }

    /**
     * Gives an account another password, as it came out of {@link #hash}. Links that were sent
     * before are worthless: whoever had the old password may have them.
     */
    @Transactional
    public void replace(AccountId account, String hash) {
        accounts.replacePassword(account, hash);
        tokens.useUp(account);
    }

    /** What is kept of a password; takes its time. */
    public String hash(String password) {
        return hasher.hash(password);
    }

    /** Tells an account's owner, who may not be the one who did it. */
    public void tellOfChange(Account account) {
        LOG.info("password changed: account {}", account.id().value());
        mails.send(letters.passwordWasChanged(account));
    }

    /** Why a password is not acceptable for this account, for the person; empty if it is. */
    public Optional<String> refusal(Account account, String password) {
        return common.refusal(password, account.email(), account.name());
    }
}

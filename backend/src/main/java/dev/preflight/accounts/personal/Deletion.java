package dev.preflight.accounts.personal;

import dev.preflight.accounts.Account;
import dev.preflight.accounts.AccountId;
import dev.preflight.accounts.PersonalData;
import dev.preflight.accounts.mail.Mail;
import dev.preflight.accounts.mail.Mails;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.List;

/** Deletes an account, and all that the modules know of its owner. */
@Singleton
public class Deletion {

    private static final Logger LOG = LoggerFactory.getLogger(Deletion.class);

    private final List<PersonalData> data;
    private final Mails mails;

    Deletion(List<PersonalData> data, Mails mails) {
        this.data = data;
        this.mails = mails;
    }

    /**
     * What would go.
     *
     * @param name what it is called
     * @param count how many there are
     */
    public record Loss(String name, long count) {}

    /** What a deletion takes. */
    public List<Loss> preview(AccountId owner) {
        return data.stream().map(part -> new Loss(part.name(), part.count(owner))).toList();
    }

    /** Deletes all or nothing, and tells its owner, who may not be the one who asked for it. */
    public void delete(Account account) {
        deleteAll(account.id());
        LOG.info("account deleted: account {}", account.id().value());
        mails.send(
                new Mail(
                        account.email(),
                        "Your Preflight account is deleted",
                        """
                        Hello,

                        your Preflight account is gone, and with it all that was yours, for good. This is
                        the last mail about it.

                        If it was not you, somebody knew your password: change it wherever else you use
                        it.
                        """));
    }

    @Transactional
    void deleteAll(AccountId owner) {
        data.reversed().forEach(part -> part.delete(owner));
    }
}

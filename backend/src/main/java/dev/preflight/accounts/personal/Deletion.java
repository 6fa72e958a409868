package dev.preflight.accounts.personal;

import dev.preflight.accounts.AccountId;
import dev.preflight.accounts.PersonalData;

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

    Deletion(List<PersonalData> data) {
        this.data = data;
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

    /** Deletes all or nothing. */
    @Transactional
    public void delete(AccountId owner) {
        data.reversed().forEach(part -> part.delete(owner));
        LOG.info("account deleted: account {}", owner.value());
    }
}

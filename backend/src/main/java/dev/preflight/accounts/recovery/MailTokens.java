package dev.preflight.accounts.recovery;

import dev.preflight.accounts.AccountId;
import dev.preflight.web.Secret;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.scheduling.annotation.Scheduled;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Issues the tokens of links in mails, and takes each back once within half an hour. */
@Singleton
class MailTokens {

    static final Duration LIFETIME = Duration.ofMinutes(30);

    private final MailTokenRepository repository;
    private final Clock clock;

    MailTokens(MailTokenRepository repository, Clock clock) {
        this.repository = repository;
        this.clock = clock;
    }

    /**
     * What a shown token admits to.
     *
     * @param email the address that it was sent to
     */
    @MappedEntity("mail_token")
    record Grant(@Id String hash, UUID accountId, Purpose purpose, String email) {

        AccountId account() {
            return new AccountId(accountId);
        }
    }

    /** A token to send to an address. Links sent before it stay good: the mails may cross. */
    Secret issue(AccountId account, Purpose purpose, String email) {
        Secret token = Secret.generate();
        Instant now = clock.instant();
        repository.insert(token.hash(), account.value(), purpose, email, now, now.plus(LIFETIME));
        return token;
    }

    /** The same where only the newest shall be good. */
    @Transactional
    Secret issueOnly(AccountId account, Purpose purpose, String email) {
        repository.deleteOf(account.value(), purpose);
        return issue(account, purpose, email);
    }

    /** What a token admits to; it is not used up by asking. */
    Optional<Grant> find(Secret token) {
        return repository.findLive(token.hash(), clock.instant());
    }

    /** Uses a token up: true for one caller alone, however many there are at once. */
    boolean use(Grant grant) {
        return repository.use(grant.hash(), clock.instant()) > 0;
    }

    /** Where the newest link of this purpose went that is still good. */
    Optional<String> newestAddress(AccountId account, Purpose purpose) {
        return repository.findLiveOf(account.value(), purpose, clock.instant()).stream()
                .map(Grant::email)
                .findFirst();
    }

    /** Makes all links of an account worthless. */
    void useUp(AccountId account) {
        repository.deleteOf(account.value());
    }

    @Scheduled(fixedDelay = "1h", initialDelay = "1m")
    void forgetExpired() {
        repository.deleteExpired(clock.instant());
    }
}

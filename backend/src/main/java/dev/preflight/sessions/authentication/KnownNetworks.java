package dev.preflight.sessions.authentication;

import dev.preflight.accounts.AccountId;
import dev.preflight.accounts.PasswordReset;
import dev.preflight.accounts.PersonalData;
import dev.preflight.web.throttling.ClientNetwork;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.context.ServerRequestContext;
import io.micronaut.http.server.util.HttpClientAddressResolver;
import io.micronaut.runtime.event.annotation.EventListener;
import io.micronaut.scheduling.annotation.Scheduled;
import io.micronaut.serde.annotation.Serdeable;

import jakarta.inject.Singleton;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * Remembers where an account has been logged in, for half a year, so that many machines that guess
 * its password together cannot keep its owner out. Whoever redeems a link for a new password has
 * shown to be the owner, too.
 */
@Singleton
class KnownNetworks implements PersonalData {

    private static final int PER_ACCOUNT = 20;
    private static final Duration REMEMBERED = Duration.ofDays(180);

    private final KnownNetworkRepository repository;
    private final HttpClientAddressResolver addresses;
    private final Clock clock;

    KnownNetworks(
            KnownNetworkRepository repository, HttpClientAddressResolver addresses, Clock clock) {
        this.repository = repository;
        this.addresses = addresses;
        this.clock = clock;
    }

    /** Notes that an account is logged in at this address; to be called with the account locked. */
    void see(AccountId account, String address) {
        String network = ClientNetwork.of(address);
        Instant now = clock.instant();
        if (repository.see(account.value(), network, now) == 0) {
            repository.insert(account.value(), network, now);
            repository.deleteBeyond(account.value(), PER_ACCOUNT);
        }
    }

    /** Whether an account has been logged in from this network. */
    boolean knows(AccountId account, String network) {
        return repository.findOf(account.value()).stream()
                .anyMatch(known -> known.network().equals(network));
    }

    @EventListener
    void on(PasswordReset reset) {
        ServerRequestContext.currentRequest()
                .ifPresent(request -> see(reset.account(), address(request)));
    }

    private String address(HttpRequest<?> request) {
        return String.valueOf(addresses.resolve(request));
    }

    @Scheduled(fixedDelay = "1h", initialDelay = "1m")
    void forgetOld() {
        repository.deleteSeenUntil(clock.instant().minus(REMEMBERED));
    }

    @Override
    public String name() {
        return "networks";
    }

    @Override
    public long count(AccountId owner) {
        return repository.findOf(owner.value()).size();
    }

    @Override
    public Object export(AccountId owner) {
        return repository.findOf(owner.value()).stream()
                .map(row -> new Exported(row.network(), row.seenAt()))
                .toList();
    }

    @Override
    public void delete(AccountId owner) {
        repository.deleteOf(owner.value());
    }

    /** A network in an export. */
    @Serdeable
    record Exported(String network, Instant lastSeenAt) {}
}

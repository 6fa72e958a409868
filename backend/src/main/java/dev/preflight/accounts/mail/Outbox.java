package dev.preflight.accounts.mail;

import dev.preflight.web.Reach;

import io.micronaut.context.annotation.Bean;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;

import java.time.Clock;
import java.util.List;
import java.util.UUID;

/**
 * Stands for everybody's mailbox where there is no mail server, at home only: it shows the newest
 * mails to whoever is at this machine. It is in the database, where instances share it.
 */
@Singleton
@Bean(typed = Outbox.class)
class Outbox implements Delivery {

    private final OutboxRepository repository;
    private final MailSettings settings;
    private final Reach reach;
    private final Clock clock;

    Outbox(OutboxRepository repository, MailSettings settings, Reach reach, Clock clock) {
        this.repository = repository;
        this.settings = settings;
        this.reach = reach;
        this.clock = clock;
    }

    /** Whether mails go here. */
    boolean isOpen() {
        return reach.isHome() && settings.url().isBlank();
    }

    @Override
    @Transactional
    public void deliver(Mail mail) {
        repository.insert(
                UUID.randomUUID(), mail.to(), mail.subject(), mail.text(), clock.instant());
        repository.deleteBeyond(settings.outbox());
    }

    /** The mails, newest first. */
    List<OutboxRepository.Row> newest() {
        return repository.findNewest();
    }

    /** Leaves nothing behind that could be read on a server that has become public. */
    void empty() {
        repository.deleteAll();
    }
}

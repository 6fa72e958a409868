package dev.preflight.accounts.mail;

import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Sends mails in the background, on threads of its own: nobody waits for a mail server, and how
 * long an answer takes tells nobody whether a mail was sent.
 */
@Singleton
public final class Mails {

    private static final Logger LOG = LoggerFactory.getLogger(Mails.class);
    private static final int BACKOFF = 4;
    private static final int SECONDS_TO_FINISH = 5;

    private final Delivery delivery;
    private final MailSettings settings;
    private final ThreadPoolExecutor pool;

    Mails(Delivery delivery, MailSettings settings) {
        this.delivery = delivery;
        this.settings = settings;
        this.pool =
                new ThreadPoolExecutor(
                        settings.threads(),
                        settings.threads(),
                        0,
                        TimeUnit.SECONDS,
                        new ArrayBlockingQueue<>(settings.waiting()),
                        Thread.ofPlatform().name("mail-", 0).daemon().factory());
    }

    /** Sends a mail soon. */
    public void send(Mail mail) {
        enqueue(() -> attempt(mail, 1, settings.firstRetry()));
    }

    /** Finds out soon whether there is something to say, and sends it. */
    public void send(Supplier<Optional<Mail>> writer) {
        enqueue(
                () -> {
                    try {
                        writer.get().ifPresent(mail -> attempt(mail, 1, settings.firstRetry()));
                    } catch (RuntimeException failure) {
                        LOG.error("a mail could not be written", failure);
                    }
                });
    }

    private void enqueue(Runnable work) {
        try {
            pool.execute(work);
        } catch (RejectedExecutionException full) {
            LOG.warn("a mail was dropped: {} wait already", pool.getQueue().size());
        }
    }

    private void attempt(Mail mail, int number, Duration retry) {
        try {
            delivery.deliver(mail);
        } catch (DeliveryFailure failure) {
            if (failure.isPermanent() || number >= settings.attempts()) {
                LOG.warn(
                        "{} was not sent, after {} attempts: {}",
                        mail,
                        number,
                        failure.getMessage());
                return;
            }
            LOG.info("{} is tried again in {}: {}", mail, retry, failure.getMessage());
            CompletableFuture.delayedExecutor(
                            retry.toMillis(), TimeUnit.MILLISECONDS, this::enqueue)
                    .execute(() -> attempt(mail, number + 1, retry.multipliedBy(BACKOFF)));
        } catch (RuntimeException failure) {
            LOG.error("{} was not sent", mail, failure);
        }
    }

    /** Sends what waits, for as long as an operator is willing to wait. */
    @PreDestroy
    void stop() throws InterruptedException {
        pool.shutdown();
        if (!pool.awaitTermination(SECONDS_TO_FINISH, TimeUnit.SECONDS)) {
            pool.shutdownNow();
        }
    }
}

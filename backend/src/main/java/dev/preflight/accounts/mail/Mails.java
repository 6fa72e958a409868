package dev.preflight.accounts.mail;

import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Sends mails in the background, on threads of its own, a moment later: nobody waits for a mail
 * server, and neither an answer's content nor its time tells whether a mail was sent. What waits
 * when the server is killed is lost; whoever misses it asks again.
 */
@Singleton
public final class Mails {

    private static final Logger LOG = LoggerFactory.getLogger(Mails.class);
    private static final int BACKOFF = 4;
    private static final int SECONDS_TO_FINISH = 5;

    /** So that the work does not slow down the very answer that must not tell of it. */
    private static final Duration AFTER_THE_ANSWER = Duration.ofMillis(200);

    private final Delivery delivery;
    private final MailSettings settings;
    private final ScheduledThreadPoolExecutor pool;

    Mails(Delivery delivery, MailSettings settings) {
        this.delivery = delivery;
        this.settings = settings;
        this.pool =
                new ScheduledThreadPoolExecutor(
                        settings.threads(),
                        Thread.ofPlatform().name("mail-", 0).daemon().factory());
    }

    /** Sends a mail soon. */
    public void send(Mail mail) {
        send(() -> Optional.of(mail));
    }

    /** Finds out soon whether there is something to say, and sends it. */
    public void send(Supplier<Optional<Mail>> writer) {
        later(
                AFTER_THE_ANSWER,
                () -> {
                    try {
                        writer.get().ifPresent(mail -> attempt(mail, 1, settings.firstRetry()));
                    } catch (RuntimeException failure) {
                        LOG.error("a mail could not be written", failure);
                    }
                });
    }

    private void later(Duration delay, Runnable work) {
        int waiting = pool.getQueue().size();
        if (waiting >= settings.waiting()) {
            LOG.warn("a mail was dropped: {} wait already", waiting);
            return;
        }
        try {
            Future<?> _ = pool.schedule(work, delay.toMillis(), TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException stopping) {
            LOG.warn("a mail was dropped: the server is stopping");
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
            later(retry, () -> attempt(mail, number + 1, retry.multipliedBy(BACKOFF)));
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

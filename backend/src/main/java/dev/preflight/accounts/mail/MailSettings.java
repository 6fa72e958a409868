package dev.preflight.accounts.mail;

import io.micronaut.context.annotation.ConfigurationProperties;

import jakarta.validation.constraints.Min;

import java.time.Duration;

/**
 * What the operator says about mail.
 *
 * @param url the SMTP server, {@code PREFLIGHT_MAIL_URL}; blank: there is none
 * @param from the sender, {@code PREFLIGHT_MAIL_FROM}
 * @param attempts how often a mail is tried, at least once
 * @param firstRetry how long until the second attempt; each further one waits four times as long
 * @param threads how many mails are sent at once, at least 1
 * @param waiting how many more may wait, at least 1; beyond that they are dropped
 * @param outbox how many mails the outbox keeps, at least 1
 */
@ConfigurationProperties("preflight.mail")
record MailSettings(
        String url,
        String from,
        @Min(1) int attempts,
        Duration firstRetry,
        @Min(1) int threads,
        @Min(1) int waiting,
        @Min(1) int outbox) {

    /** Keeps the server's password out of logs. */
    @Override
    public String toString() {
        return "MailSettings[" + from + "]";
    }
}

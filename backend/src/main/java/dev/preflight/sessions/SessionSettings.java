package dev.preflight.sessions;

import io.micronaut.context.annotation.ConfigurationProperties;

import java.time.Duration;

/**
 * How long sessions last, and how many there may be.
 *
 * @param accessLifetime of an access token, until it has to be refreshed
 * @param idleLifetime of a session that nobody uses, and so of a refresh token
 * @param absoluteLifetime of a session, however much it is used
 * @param grace how long a refresh token that was used already gets a further successor, because its
 *     answer was lost or another tab was quicker; after that it is taken for stolen
 * @param perAccount sessions of one account at once; a further one ends the one that was used
 *     longest ago
 */
@ConfigurationProperties("preflight.sessions")
record SessionSettings(
        Duration accessLifetime,
        Duration idleLifetime,
        Duration absoluteLifetime,
        Duration grace,
        int perAccount) {}

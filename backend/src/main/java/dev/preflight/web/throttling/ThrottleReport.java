package dev.preflight.web.throttling;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

import jakarta.inject.Singleton;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;

/** Tells the log who is throttled, once a minute each: a flood of attempts is no flood of lines. */
@Singleton
public final class ThrottleReport {

    private static final Logger LOG = LoggerFactory.getLogger(ThrottleReport.class);

    private final Cache<String, Boolean> told =
            Caffeine.newBuilder()
                    .expireAfterWrite(Duration.ofMinutes(1))
                    .maximumSize(10_000)
                    .build();

    /** Notes that a network was refused what it tried. */
    public void throttled(String what, String network) {
        if (told.asMap().putIfAbsent(what + network, true) == null) {
            LOG.warn("{} throttled: from {}", what, network);
        }
    }
}

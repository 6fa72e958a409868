package dev.preflight;

import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;

import jakarta.inject.Singleton;

import java.time.Clock;

/** The time, as a bean, so that a test can turn it. */
@Factory
final class ClockFactory {

    @Bean
    @Singleton
    Clock clock() {
        return Clock.systemUTC();
    }
}

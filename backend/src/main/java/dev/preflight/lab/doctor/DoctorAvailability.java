package dev.preflight.lab.doctor;

import dev.preflight.web.Reach;

import io.micronaut.context.env.Environment;

import jakarta.inject.Singleton;

/**
 * Whether this server repeats requests: in development and at home alone, where it can reach no
 * more than whoever started it.
 */
@Singleton
class DoctorAvailability {

    private final boolean on;

    DoctorAvailability(Environment environment, Reach reach) {
        this.on = environment.getActiveNames().contains(Environment.DEVELOPMENT) && reach.isHome();
    }

    boolean isOn() {
        return on;
    }
}

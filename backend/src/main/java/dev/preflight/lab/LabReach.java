package dev.preflight.lab;

import dev.preflight.web.Reach;

import io.micronaut.context.env.Environment;

import jakarta.inject.Singleton;

/** What the Lab has only where nobody but programs on this machine can use it. */
@Singleton
public final class LabReach {

    private final boolean home;
    private final boolean development;

    LabReach(Reach reach, Environment environment) {
        this.home = reach.isHome();
        this.development = environment.getActiveNames().contains(Environment.DEVELOPMENT);
    }

    /** Whether calls can start from further origins of this machine. */
    public boolean hasInitiators() {
        return home;
    }

    /** Whether the server repeats requests for the Doctor, to whatever address it is given. */
    public boolean hasDoctor() {
        return home && development;
    }
}

package dev.preflight;

import io.micronaut.runtime.Micronaut;

/** Starts the server. */
final class Application {

    private Application() {}

    static void main(String[] args) {
        Micronaut.run(Application.class, args);
    }
}

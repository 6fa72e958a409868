package dev.preflight;

import dev.preflight.lab.doctor.DoctorCommand;

import io.micronaut.context.env.Environment;
import io.micronaut.runtime.Micronaut;
import io.swagger.v3.oas.annotations.OpenAPIDefinition;
import io.swagger.v3.oas.annotations.info.Info;
import io.swagger.v3.oas.annotations.info.License;

import org.slf4j.LoggerFactory;

/** Starts the server, or says in a sentence why it cannot start. */
@OpenAPIDefinition(
        info =
                @Info(
                        title = "Preflight",
                        version = "1",
                        description = "Posts, and a login that works across origins.",
                        license = @License(name = "Apache-2.0")))
public final class Application extends Micronaut {

    private Application() {}

    /**
     * Starts the server; ends the program with status 1 if it cannot start. With {@code doctor} as
     * its first argument it runs that command in the server's place.
     */
    public static void main(String[] args) {
        if (DoctorCommand.isCalledBy(args)) {
            System.exit(DoctorCommand.run(DoctorCommand.argumentsOf(args)));
        }
        Application application = new Application();
        application.args(args);
        application.banner(false);
        application.start();
    }

    @Override
    protected void handleStartupException(Environment environment, Throwable failure) {
        String reason = StartFailure.explain(failure, environment);
        LoggerFactory.getLogger(Application.class).debug("Preflight could not start.", failure);
        System.err.println("Preflight could not start. " + reason);
        System.exit(1);
    }
}

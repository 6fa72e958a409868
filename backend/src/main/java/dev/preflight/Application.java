package dev.preflight;

import io.micronaut.context.env.Environment;
import io.micronaut.runtime.Micronaut;
import io.swagger.v3.oas.annotations.OpenAPIDefinition;
import io.swagger.v3.oas.annotations.info.Info;
import io.swagger.v3.oas.annotations.info.License;

import org.slf4j.Logger;
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

    private static final Logger LOG = LoggerFactory.getLogger(Application.class);

    private Application() {}

    /** Starts the server; ends the program with status 1 if it cannot start. */
    public static void main(String[] args) {
        Application application = new Application();
        application.args(args);
        application.banner(false);
        application.start();
    }

    @Override
    protected void handleStartupException(Environment environment, Throwable failure) {
        String reason = StartFailure.explain(failure, environment);
        LOG.debug("Preflight could not start.", failure);
        System.err.println("Preflight could not start. " + reason);
        System.exit(1);
    }
}

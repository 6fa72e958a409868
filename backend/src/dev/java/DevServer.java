import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/**
 * Runs the API and the client's development server for {@code mvn -Pdev}, and starts the API anew
 * after each change that compiles.
 *
 * <p>The Micronaut plugin's own goal for this notices neither that the API ended nor that a change
 * does not compile, and knows of one server only. Maven runs this file as it is, with the others of
 * this folder and nothing but the JDK.
 */
final class DevServer {

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(300);

    private final ClientServer clientServer;
    private final ApiServer apiServer;

    private DevServer(ClientServer clientServer, ApiServer apiServer) {
        this.clientServer = clientServer;
        this.apiServer = apiServer;
    }

    /**
     * Exits with 1 after one sentence in the file {@code failure} when one of the two can't be
     * started.
     */
    public static void main(String[] args) throws IOException, InterruptedException {
        var root = Path.of(args[0]).toRealPath();
        var failure = Path.of(args[1]);
        Files.deleteIfExists(failure);
        Ending.prepare();
        var client = new ClientServer(root, Path.of(args[2]));
        var api = new ApiServer(root, Path.of(args[3]), args[4], args[5]);
        try {
            new DevServer(client, api).run();
        } catch (Failure e) {
            Ending.awaitCtrlC();
            Files.writeString(failure, e.getMessage());
            System.exit(1);
        }
    }

    private void run() throws IOException, InterruptedException, Failure {
        var sources = apiServer.sources();
        var client = clientServer.start();
        var api = apiServer.start();
        var apiWasUp = false;
        var apiIsMissed = true;
        while (true) {
            Thread.sleep(BETWEEN_LOOKS);
            if (!client.isAlive()) {
                throw new Failure(
                        "The client's development server ended: its own message above says why.");
            }
            if (api.isAlive()) {
                apiWasUp = apiWasUp || Port.API.listens();
            } else if (!apiWasUp) {
                throw new Failure("The API did not start: its own message above says why.");
            } else if (apiIsMissed) {
                Ending.awaitCtrlC();
                apiIsMissed = false;
                say("The API ended. It starts again after the next change.");
            }
            var now = apiServer.sources();
            if (!now.equals(sources)) {
                say("%s: compiling.".formatted(now.differenceFrom(sources)));
                sources = now;
                if (apiServer.compile()) {
                    Ending.stop(api);
                    api = apiServer.start();
                    apiIsMissed = true;
                } else {
                    say("It does not compile: the API stays as it was.");
                }
            }
        }
    }

    private static void say(String sentence) {
        System.out.println("[mvn -Pdev] " + sentence);
    }
}

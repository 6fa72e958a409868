import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;

/** Starts the client's development server, and waits until it answers. */
record ClientServer(Path root, Path node) {

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(300);
    private static final Duration TO_START = Duration.ofSeconds(60);

    Process start() throws IOException, InterruptedException, Failure {
        var client =
                new ProcessBuilder(node.toString(), "scripts/dev.mjs", "--quiet")
                        .directory(root.resolve("frontend").toFile())
                        .redirectOutput(ProcessBuilder.Redirect.INHERIT)
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .start();
        var latest = Instant.now().plus(TO_START);
        while (!Port.CLIENT.listens()) {
            if (!client.isAlive()) {
                throw new Failure(
                        "The client's development server did not start: its own message above says"
                                + " why.");
            }
            if (Instant.now().isAfter(latest)) {
                throw new Failure(
                        "The client's development server did not answer on port %d within %d seconds."
                                .formatted(Port.CLIENT.number(), TO_START.toSeconds()));
            }
            Thread.sleep(BETWEEN_LOOKS);
        }
        return client;
    }
}

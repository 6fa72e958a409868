import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Runs the API and the client's development server for {@code mvn -Pdev}, and starts the API anew
 * after each change that compiles.
 *
 * <p>The Micronaut plugin's own goal for this notices neither that the API ended nor that a change
 * does not compile, and knows of one server only. Maven runs this file as it is, with nothing but
 * the JDK.
 */
final class DevServer {

    private static final int API_PORT = 8080;
    private static final int CLIENT_PORT = 5173;
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(300);
    private static final Duration TO_START = Duration.ofSeconds(60);
    private static final Duration TO_STOP = Duration.ofSeconds(10);
    private static final Duration FOR_CTRL_C = Duration.ofSeconds(2);
    private static final CountDownLatch ENDING = new CountDownLatch(1);
    private static final boolean WINDOWS = System.getProperty("os.name").startsWith("Windows");

    private final Path root;
    private final Path node;
    private final Path maven;
    private final String localRepository;
    private final String classpath;

    private DevServer(Path root, Path node, Path maven, String localRepository, String classpath) {
        this.root = root;
        this.node = node;
        this.maven = maven;
        this.localRepository = localRepository;
        // Without the client of an earlier build: in development, Vite alone serves the client.
        var builtClient = root.resolve("frontend/target").toString();
        this.classpath =
                Arrays.stream(classpath.split(File.pathSeparator))
                        .filter(entry -> !entry.startsWith(builtClient))
                        .collect(Collectors.joining(File.pathSeparator));
    }

    /**
     * Exits with 1 after one sentence in the file {@code failure} when one of the two can't be
     * started.
     */
    public static void main(String[] args) throws IOException, InterruptedException {
        var root = Path.of(args[0]).toRealPath();
        var failure = Path.of(args[1]);
        Files.deleteIfExists(failure);
        Runtime.getRuntime().addShutdownHook(new Thread(DevServer::stopAll));
        Thread.ofPlatform().daemon().start(DevServer::exitWithMaven);
        try {
            new DevServer(root, Path.of(args[2]), Path.of(args[3]), args[4], args[5]).run();
        } catch (Failure e) {
            awaitCtrlC();
            Files.writeString(failure, e.getMessage());
            System.exit(1);
        }
    }

    private void run() throws IOException, InterruptedException, Failure {
        var sources = sources();
        var client = startClient();
        var api = startApi();
        var apiWasUp = false;
        var apiIsMissed = true;
        while (true) {
            Thread.sleep(BETWEEN_LOOKS);
            if (!client.isAlive()) {
                throw new Failure(
                        "The client's development server ended: its own message above says why.");
            }
            if (api.isAlive()) {
                apiWasUp = apiWasUp || listens(API_PORT);
            } else if (!apiWasUp) {
                throw new Failure("The API did not start: its own message above says why.");
            } else if (apiIsMissed) {
                awaitCtrlC();
                apiIsMissed = false;
                say("The API ended. It starts again after the next change.");
            }
            var now = sources();
            if (!now.equals(sources)) {
                say("%s: compiling.".formatted(difference(sources, now)));
                sources = now;
                if (compile()) {
                    stop(api);
                    api = startApi();
                    apiIsMissed = true;
                } else {
                    say("It does not compile: the API stays as it was.");
                }
            }
        }
    }

    private Process startClient() throws IOException, InterruptedException, Failure {
        var client =
                new ProcessBuilder(node.toString(), "scripts/dev.mjs", "--quiet")
                        .directory(root.resolve("frontend").toFile())
                        .redirectOutput(ProcessBuilder.Redirect.INHERIT)
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .start();
        var latest = Instant.now().plus(TO_START);
        while (!listens(CLIENT_PORT)) {
            if (!client.isAlive()) {
                throw new Failure(
                        "The client's development server did not start: its own message above says"
                                + " why.");
            }
            if (Instant.now().isAfter(latest)) {
                throw new Failure(
                        "The client's development server did not answer on port %d within %d seconds."
                                .formatted(CLIENT_PORT, TO_START.toSeconds()));
            }
            Thread.sleep(BETWEEN_LOOKS);
        }
        return client;
    }

    private Process startApi() throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "--enable-native-access=ALL-UNNAMED",
                        "-Dmicronaut.environments=dev",
                        "-Dlogback.configurationFile=logback-dev.xml",
                        "-classpath",
                        classpath,
                        "dev.preflight.Application")
                .directory(root.toFile())
                .inheritIO()
                .start();
    }

    /** Compiles as every build does, so that what runs here does not fail there. */
    private boolean compile() throws IOException, InterruptedException {
        var compilation =
                new ProcessBuilder(
                                maven.resolve(WINDOWS ? "bin/mvn.cmd" : "bin/mvn").toString(),
                                "--batch-mode",
                                "--quiet",
                                "--offline",
                                "--projects=backend",
                                "--also-make",
                                "-Dmaven.repo.local=" + localRepository,
                                "compile")
                        .directory(root.toFile())
                        .redirectErrorStream(true)
                        .start();
        try (var output = compilation.inputReader()) {
            // After that line, Maven speaks of itself.
            output.lines()
                    .takeWhile(line -> !line.contains("To see the full stack trace"))
                    .filter(line -> line.startsWith("["))
                    .forEach(System.out::println);
            output.lines().forEach(line -> {});
        }
        return compilation.waitFor() == 0;
    }

    /** What the API is made of, and when each file was last changed. */
    private Map<Path, FileTime> sources() throws IOException {
        try (var files =
                Files.find(
                        root.resolve("backend/src/main"),
                        Integer.MAX_VALUE,
                        (path, file) -> file.isRegularFile())) {
            return files.collect(Collectors.toMap(path -> path, DevServer::lastChange));
        }
    }

    /** The epoch for a file that is gone meanwhile. */
    private static FileTime lastChange(Path path) {
        try {
            return Files.readAttributes(path, BasicFileAttributes.class).lastModifiedTime();
        } catch (IOException e) {
            return FileTime.fromMillis(0);
        }
    }

    private static String difference(Map<Path, FileTime> before, Map<Path, FileTime> now) {
        var changed =
                now.entrySet().stream()
                        .filter(source -> !source.getValue().equals(before.get(source.getKey())))
                        .map(Map.Entry::getKey);
        var gone = before.keySet().stream().filter(source -> !now.containsKey(source));
        return Stream.concat(changed, gone)
                .map(path -> path.getFileName().toString())
                .sorted()
                .collect(Collectors.joining(", "));
    }

    private static boolean listens(int port) {
        for (var address : new String[] {"127.0.0.1", "::1"}) {
            try (var socket = new Socket()) {
                socket.connect(new InetSocketAddress(address, port), 1_000);
                return true;
            } catch (IOException e) {
                // Not here.
            }
        }
        return false;
    }

    /**
     * Does not return when it was a Ctrl-C that ended one of the two: it comes to all processes at
     * once, and to this one perhaps as the last.
     */
    private static void awaitCtrlC() throws InterruptedException {
        if (ENDING.await(FOR_CTRL_C.toMillis(), TimeUnit.MILLISECONDS)) {
            Thread.currentThread().join();
        }
    }

    private static void stop(Process process) throws InterruptedException {
        process.destroy();
        if (!process.waitFor(TO_STOP.toMillis(), TimeUnit.MILLISECONDS)) {
            process.destroyForcibly().waitFor();
        }
    }

    /** However Maven ends: it holds this process's input open until then. */
    private static void exitWithMaven() {
        try {
            System.in.transferTo(OutputStream.nullOutputStream());
        } catch (IOException e) {
            // Then Maven is gone as well.
        }
        System.exit(0);
    }

    /** Ends what this process started, and what that started. */
    private static void stopAll() {
        ENDING.countDown();
        var started = ProcessHandle.current().descendants().toList();
        started.forEach(ProcessHandle::destroy);
        var latest = Instant.now().plus(TO_STOP);
        while (started.stream().anyMatch(ProcessHandle::isAlive)) {
            if (Instant.now().isAfter(latest)) {
                started.forEach(ProcessHandle::destroyForcibly);
                return;
            }
            LockSupport.parkNanos(10_000_000);
        }
    }

    private static void say(String sentence) {
        System.out.println("[mvn -Pdev] " + sentence);
    }

    /** Why there is nothing to run, in one sentence for the user. */
    private static final class Failure extends Exception {
        Failure(String sentence) {
            super(sentence);
        }
    }
}

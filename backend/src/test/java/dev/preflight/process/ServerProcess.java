package dev.preflight.process;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The server in a process of its own, as an operator starts it. */
final class ServerProcess implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Process process;
    private final Path output;
    private final URI address;

    private ServerProcess(Process process, Path output, URI address) {
        this.process = process;
        this.output = output;
        this.address = address;
    }

    /** Starts the server on a free port of this machine. */
    static ServerProcess start(Map<String, String> environment) throws IOException {
        int port = freePort();
        URI address = URI.create("http://localhost:" + port);
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(
                List.of(
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        "-Dmicronaut.environments.deduction=false",
                        "dev.preflight.Application"));
        Path output = Files.createTempFile("preflight-", ".log");
        output.toFile().deleteOnExit();
        ProcessBuilder builder =
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(output.toFile());
        builder.environment().put("MICRONAUT_SERVER_PORT", Integer.toString(port));
        builder.environment().put("PREFLIGHT_PUBLIC_URL", address.toString());
        builder.environment().putAll(environment);
        return new ServerProcess(builder.start(), output, address);
    }

    static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    URI address() {
        return address;
    }

    /** Waits until the server answers. */
    ServerProcess ready() throws IOException, InterruptedException {
        HttpRequest health = HttpRequest.newBuilder(address.resolve("/health")).build();
        Instant end = Instant.now().plus(PATIENCE);
        try (HttpClient client = HttpClient.newHttpClient()) {
            while (Instant.now().isBefore(end)) {
                if (!process.isAlive()) {
                    throw new IllegalStateException("the server ended: " + output());
                }
                try {
                    if (client.send(health, BodyHandlers.discarding()).statusCode() == 200) {
                        return this;
                    }
                } catch (IOException notYet) {
                    process.waitFor(50, TimeUnit.MILLISECONDS);
                }
            }
        }
        throw new IllegalStateException("the server does not answer");
    }

    /** Waits until the server has ended by itself, and answers what it printed. */
    String failure() throws IOException, InterruptedException {
        if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
            throw new IllegalStateException("the server did not end: " + output());
        }
        return output();
    }

    int exitValue() {
        return process.exitValue();
    }

    /** What {@code kill -9} does. */
    void kill() {
        process.destroyForcibly().onExit().join();
    }

    private String output() throws IOException {
        return Files.readString(output);
    }

    @Override
    public void close() {
        kill();
    }
}

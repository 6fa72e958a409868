package dev.preflight.lab.doctor;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/** Somebody's API: answers over a bare socket exactly what it is told to, and notes what it saw. */
final class TargetServer implements AutoCloseable {

    private final ServerSocket socket;
    private final Function<Seen, String> answers;
    private final List<Seen> seen = new CopyOnWriteArrayList<>();

    /** The head of a request. */
    record Seen(String method, String target, List<String> lines) {

        /** The value of a header; empty if there is none. */
        String header(String name) {
            String start = name.toLowerCase(Locale.ROOT) + ":";
            return lines.stream()
                    .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(start))
                    .map(line -> line.substring(start.length()).strip())
                    .findFirst()
                    .orElse("");
        }
    }

    private TargetServer(ServerSocket socket, Function<Seen, String> answers) {
        this.socket = socket;
        this.answers = answers;
    }

    /** Starts one that answers these texts, to the last byte; it never answers an empty one. */
    static TargetServer answering(Function<Seen, String> answers) {
        try {
            ServerSocket socket = new ServerSocket(0, 50, InetAddress.ofLiteral("127.0.0.1"));
            TargetServer server = new TargetServer(socket, answers);
            Thread.ofVirtual().start(server::accept);
            return server;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** An answer with these header lines and no body. */
    static String answer(int status, String... headers) {
        StringBuilder answer = new StringBuilder("HTTP/1.1 ").append(status).append(" Whatever");
        for (String header : headers) {
            answer.append("\r\n").append(header);
        }
        return answer.append("\r\nContent-Length: 0\r\n\r\n").toString();
    }

    String address() {
        return "http://127.0.0.1:" + socket.getLocalPort();
    }

    List<Seen> seen() {
        return seen;
    }

    private void accept() {
        try {
            while (true) {
                Socket connection = socket.accept();
                Thread.ofVirtual().start(() -> serve(connection));
            }
        } catch (IOException closed) {
            // The test is over.
        }
    }

    private void serve(Socket connection) {
        try (connection) {
            BufferedReader reader =
                    new BufferedReader(
                            new InputStreamReader(
                                    connection.getInputStream(), StandardCharsets.ISO_8859_1));
            while (true) {
                String start = reader.readLine();
                if (start == null) {
                    return;
                }
                List<String> lines = new ArrayList<>();
                for (String line = reader.readLine();
                        line != null && !line.isEmpty();
                        line = reader.readLine()) {
                    lines.add(line);
                }
                String[] words = start.split(" ", -1);
                Seen request = new Seen(words[0], words[words.length > 1 ? 1 : 0], lines);
                String length = request.header("content-length");
                reader.skip(length.isEmpty() ? 0 : Long.parseLong(length));
                seen.add(request);
                String answer = answers.apply(request);
                if (answer.isEmpty()) {
                    reader.readLine();
                    return;
                }
                connection.getOutputStream().write(answer.getBytes(StandardCharsets.ISO_8859_1));
                if (!answer.startsWith("HTTP/")) {
                    return;
                }
            }
        } catch (IOException gone) {
            // The client had enough.
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}

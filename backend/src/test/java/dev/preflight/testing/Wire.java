package dev.preflight.testing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/** Speaks HTTP over a bare socket, where nothing adds, mends or refuses a header. */
public final class Wire {

    private static final int PATIENCE_MILLIS = 20_000;

    private final int port;

    public Wire(int port) {
        this.port = port;
    }

    /** One header line. */
    public record Header(String name, String value) {}

    /** A request, sent as it is with what HTTP needs besides. */
    public record Request(String method, String path, List<Header> headers, String body) {

        public Request {
            headers = List.copyOf(headers);
        }
    }

    /** What came back; the header names in lower case. */
    public record Answer(int status, List<Header> headers, String body) {

        public List<String> all(String name) {
            return headers.stream()
                    .filter(header -> header.name().equals(name))
                    .map(Header::value)
                    .toList();
        }

        public Set<String> names() {
            Set<String> names = new TreeSet<>();
            headers.forEach(header -> names.add(header.name()));
            return names;
        }

        /** The items of a header that is a list, over all of its lines. */
        public List<String> list(String name) {
            List<String> items = new ArrayList<>();
            for (String line : all(name)) {
                for (String item : line.split(",", -1)) {
                    items.add(item.strip());
                }
            }
            return items;
        }
    }

    /** Sends a request; a text outside of ASCII goes as UTF-8. */
    public Answer send(Request request) {
        StringBuilder head = new StringBuilder();
        head.append(request.method()).append(' ').append(request.path()).append(" HTTP/1.1\r\n");
        boolean namesHost =
                request.headers().stream()
                        .anyMatch(header -> header.name().equalsIgnoreCase("host"));
        if (!namesHost) {
            head.append("Host: localhost:8080\r\n");
        }
        for (Header header : request.headers()) {
            head.append(header.name()).append(": ").append(header.value()).append("\r\n");
        }
        byte[] body = request.body().getBytes(StandardCharsets.UTF_8);
        boolean mayHaveBody = !Set.of("GET", "HEAD", "OPTIONS", "TRACE").contains(request.method());
        if (mayHaveBody) {
            head.append("Content-Length: ").append(body.length).append("\r\n");
        }
        head.append("Connection: close\r\n\r\n");
        try (Socket socket = new Socket(InetAddress.ofLiteral("127.0.0.1"), port)) {
            socket.setSoTimeout(PATIENCE_MILLIS);
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            bytes.writeBytes(head.toString().getBytes(StandardCharsets.UTF_8));
            if (mayHaveBody) {
                bytes.writeBytes(body);
            }
            socket.getOutputStream().write(bytes.toByteArray());
            return read(socket.getInputStream().readAllBytes());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static Answer read(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        int end = text.indexOf("\r\n\r\n");
        if (end < 0) {
            throw new IllegalStateException("not an HTTP answer: " + text);
        }
        List<String> lines = text.substring(0, end).lines().toList();
        List<Header> headers = new ArrayList<>();
        for (String line : lines.subList(1, lines.size())) {
            int colon = line.indexOf(':');
            headers.add(
                    new Header(
                            line.substring(0, colon).toLowerCase(Locale.ROOT),
                            line.substring(colon + 1).strip()));
        }
        int status = Integer.parseInt(lines.getFirst().split(" ", 3)[1]);
        return new Answer(status, List.copyOf(headers), text.substring(end + 4));
    }
}

package dev.preflight.lab.initiators;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import dev.preflight.web.proxies.Loopback;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Serves the page to browsers on this machine, on one port of each of its addresses. */
final class PageServer implements AutoCloseable {

    /** How often another port is tried, of those that are free on the first address. */
    private static final int ATTEMPTS = 20;

    /**
     * The number, which is of no meaning, makes a browser that shows the page load it again, rather
     * than go to another part of it while a form is still on its way.
     */
    private static final Pattern ADDRESS = Pattern.compile("/(\\?[0-9]{1,9})?");

    private static final Set<String> METHODS = Set.of("GET", "HEAD");

    private final List<HttpServer> servers = new ArrayList<>();
    private final InitiatorPage page;

    private PageServer(InitiatorPage page) {
        this.page = page;
    }

    /**
     * @param port 0 for any free one
     * @throws IOException if the port is taken
     */
    static PageServer start(int port, InitiatorPage page) throws IOException {
        PageServer server = new PageServer(page);
        int attemptsLeft = port == 0 ? ATTEMPTS : 1;
        while (true) {
            try {
                server.bind(port);
                return server;
            } catch (IOException taken) {
                server.close();
                attemptsLeft--;
                if (attemptsLeft == 0) {
                    throw taken;
                }
            }
        }
    }

    int port() {
        return servers.getFirst().getAddress().getPort();
    }

    private void bind(int wanted) throws IOException {
        int port = wanted;
        for (InetAddress address : Loopback.addresses()) {
            HttpServer server = HttpServer.create(new InetSocketAddress(address, port), 0);
            server.createContext("/", this::answer);
            server.setExecutor(Thread::startVirtualThread);
            server.start();
            servers.add(server);
            port = port();
        }
    }

    private void answer(HttpExchange exchange) throws IOException {
        List<String> hosts = exchange.getRequestHeaders().getOrDefault("Host", List.of());
        // A foreign name that was made to point here would share its origin with its owner's pages.
        if (hosts.size() != 1 || !Loopback.isHostHeader(hosts.getFirst())) {
            refuse(
                    exchange,
                    421,
                    "The Lab's page is for this machine alone: ask for it as localhost.");
        } else if (!ADDRESS.matcher(exchange.getRequestURI().toString()).matches()) {
            refuse(exchange, 404, "Nothing is here but the Lab's page, at /.");
        } else if (!METHODS.contains(exchange.getRequestMethod())) {
            exchange.getResponseHeaders().set("Allow", "GET, HEAD");
            refuse(
                    exchange,
                    405,
                    "The Lab's page can be read, with GET or HEAD, and nothing else.");
        } else {
            respond(exchange, 200, "text/html", page.html(), page.policy());
        }
    }

    private static void refuse(HttpExchange exchange, int status, String sentence)
            throws IOException {
        respond(
                exchange,
                status,
                "text/plain",
                sentence + "\n",
                "default-src 'none'; frame-ancestors 'none'");
    }

    private static void respond(
            HttpExchange exchange, int status, String type, String text, String policy)
            throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        Headers headers = exchange.getResponseHeaders();
        headers.set("Content-Type", type + "; charset=utf-8");
        headers.set("Content-Length", Integer.toString(bytes.length));
        headers.set("Connection", "close");
        headers.set("Cache-Control", "no-store");
        headers.set("X-Content-Type-Options", "nosniff");
        headers.set("Content-Security-Policy", policy);
        // With no-referrer, browsers would send its forms with the Origin null (Fetch, "append a
        // request Origin header").
        headers.set("Referrer-Policy", "strict-origin-when-cross-origin");
        try (exchange) {
            boolean head = exchange.getRequestMethod().equals("HEAD");
            exchange.sendResponseHeaders(status, head ? -1 : bytes.length);
            if (!head) {
                exchange.getResponseBody().write(bytes);
            }
        }
    }

    @Override
    public void close() {
        servers.forEach(server -> server.stop(0));
        servers.clear();
    }
}

package dev.preflight.lab.doctor;

import dev.preflight.lab.fetch.FetchAnswer;
import dev.preflight.lab.fetch.HeaderLine;

import org.jspecify.annotations.Nullable;

import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.PortUnreachableException;
import java.net.ProtocolException;
import java.net.SocketException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpClient.Version;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import javax.net.ssl.SSLException;

/**
 * Sends what a browser would, and shows all that comes back: without cookies, without following
 * redirects, on connections of its own, and all of it within one time.
 */
final class PlainClient implements AutoCloseable {

    private static final int MOST_OF_A_BODY = 64 * 1024;

    /** Browsers and servers take hardly more; the client's own bound is wider, and the JVM's. */
    private static final int MOST_OF_A_HEAD = 32 * 1024;

    private final HttpClient http;
    private final Duration patience;
    private final long end;

    /**
     * @param patience for all that it sends, together, and for what is made of it in between
     */
    PlainClient(Duration patience) {
        this.http =
                HttpClient.newBuilder()
                        .followRedirects(Redirect.NEVER)
                        .connectTimeout(patience)
                        .build();
        this.patience = patience;
        this.end = System.nanoTime() + patience.toNanos();
    }

    /** A request as it is sent. */
    record Sent(String method, URI url, List<HeaderLine> headers, @Nullable String body) {}

    /** What became of it. */
    sealed interface Result {

        /**
         * An answer.
         *
         * @param httpVersion such as {@code HTTP/1.1}
         */
        record Answered(Sent sent, FetchAnswer answer, long millis, String httpVersion)
                implements Result {}

        /** None. */
        record Failed(Sent sent, Failure failure) implements Result {}
    }

    /** Sends it, unless the time is over, and reads the head of the answer; the body is let go. */
    Result send(Sent sent) throws InterruptedException {
        return send(sent, patience);
    }

    /**
     * The same for what is not worth all of the time.
     *
     * @param most that it may take
     */
    Result send(Sent sent, Duration most) throws InterruptedException {
        long start = System.nanoTime();
        long left = Math.min(end - start, most.toNanos());
        if (left <= 0) {
            return new Result.Failed(sent, timeout(sent, most));
        }
        CompletableFuture<HttpResponse<Void>> exchange =
                http.sendAsync(request(sent), _ -> new DiscardedBody(MOST_OF_A_BODY));
        try {
            HttpResponse<Void> response = exchange.get(left, TimeUnit.NANOSECONDS);
            List<HeaderLine> lines = lines(response);
            if (size(lines) > MOST_OF_A_HEAD) {
                return new Result.Failed(sent, tooLarge(sent));
            }
            return new Result.Answered(
                    sent,
                    new FetchAnswer(response.statusCode(), lines),
                    TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start),
                    response.version() == Version.HTTP_2 ? "HTTP/2" : "HTTP/1.1");
        } catch (TimeoutException tooLong) {
            return new Result.Failed(sent, timeout(sent, most));
        } catch (ExecutionException failure) {
            return new Result.Failed(sent, explain(sent, failure.getCause()));
        } finally {
            exchange.cancel(true);
        }
    }

    private static HttpRequest request(Sent sent) {
        BodyPublisher body =
                sent.body() == null
                        ? BodyPublishers.noBody()
                        : BodyPublishers.ofString(sent.body());
        HttpRequest.Builder request =
                HttpRequest.newBuilder(sent.url())
                        .method(sent.method(), body)
                        // Over plain http the client would ask for HTTP/2 by headers that no
                        // browser sends.
                        .version(isSecure(sent) ? Version.HTTP_2 : Version.HTTP_1_1)
                        .setHeader("User-Agent", "Preflight-Doctor");
        boolean namesAccept =
                sent.headers().stream().anyMatch(line -> line.name().equalsIgnoreCase("accept"));
        if (!namesAccept) {
            request.setHeader("Accept", "*/*");
        }
        sent.headers().forEach(line -> request.header(line.name(), line.value()));
        return request.build();
    }

    private static boolean isSecure(Sent sent) {
        return "https".equalsIgnoreCase(sent.url().getScheme());
    }

    private static List<HeaderLine> lines(HttpResponse<?> response) {
        List<HeaderLine> lines = new ArrayList<>();
        response.headers()
                .map()
                .forEach(
                        (name, values) -> {
                            // HTTP/2 has its status among them.
                            if (!name.startsWith(":")) {
                                values.forEach(value -> lines.add(new HeaderLine(name, value)));
                            }
                        });
        return lines;
    }

    /** As over HTTP/1.1, where a letter is a byte. */
    private static long size(List<HeaderLine> lines) {
        return lines.stream()
                .mapToLong(line -> line.name().length() + line.value().length() + ": \r\n".length())
                .sum();
    }

    private static Failure tooLarge(Sent sent) {
        return new Failure(
                Failure.Kind.TOO_LARGE,
                "%s answered with more than %d KB of headers, which is more than is looked at here: let it send fewer or shorter ones."
                        .formatted(place(sent), MOST_OF_A_HEAD / 1024));
    }

    private static Failure timeout(Sent sent, Duration patience) {
        long seconds = patience.toSeconds();
        return new Failure(
                Failure.Kind.TIMEOUT,
                "%s did not answer within %s: it is too slow, or a firewall swallows the request."
                        .formatted(place(sent), seconds == 1 ? "1 second" : seconds + " seconds"));
    }

    private Failure explain(Sent sent, @Nullable Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            switch (cause) {
                case UnresolvedAddressException _ -> {
                    return new Failure(
                            Failure.Kind.DNS,
                            "No address is known for the name %s: check its spelling, and whether this machine may ask for it."
                                    .formatted(sent.url().getHost()));
                }
                case HttpConnectTimeoutException _ -> {
                    return timeout(sent, patience);
                }
                case HttpTimeoutException _ -> {
                    return timeout(sent, patience);
                }
                case ProtocolException head when isAboutSize(head) -> {
                    return tooLarge(sent);
                }
                case SSLException tls -> {
                    return new Failure(
                            Failure.Kind.TLS,
                            "%s was reached, and no secure connection came about (%s): check the certificate, and whether it speaks https at all."
                                    .formatted(place(sent), tls.getMessage()));
                }
                default -> {
                    // Its cause may tell more.
                }
            }
        }
        return switch (failure) {
            case ConnectException _ -> unreachable(sent);
            case NoRouteToHostException _ -> unreachable(sent);
            case PortUnreachableException _ -> unreachable(sent);
            case SocketException _ -> notHttp(sent);
            case null, default -> notHttp(sent);
        };
    }

    /** The client's own bound, which only its message tells apart. */
    private static boolean isAboutSize(ProtocolException failure) {
        return String.valueOf(failure.getMessage()).startsWith("Header size too big");
    }

    private static Failure unreachable(Sent sent) {
        return new Failure(
                Failure.Kind.UNREACHABLE,
                "Nothing listens at %s: check the port, and whether the server runs."
                        .formatted(place(sent)));
    }

    private static Failure notHttp(Sent sent) {
        return new Failure(
                Failure.Kind.NOT_HTTP,
                "Something listens at %s and gave no answer in HTTP: check the port, and whether it wants %s."
                        .formatted(place(sent), isSecure(sent) ? "http" : "https"));
    }

    private static String place(Sent sent) {
        return sent.url().getRawAuthority();
    }

    @Override
    public void close() {
        // Its close() would wait for a server that does not answer.
        http.shutdownNow();
    }
}

package dev.preflight.web.client;

import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.filter.ServerFilterPhase;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Serves the built client from memory: its files by name, and its page for every address that a
 * person can open, so that a deep link and a reload work.
 */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
final class ClientFilesFilter implements Ordered {

    /**
     * What belongs to the server: an unknown address below these is an error, never the client's
     * page.
     */
    private static final List<String> SERVER_PATHS =
            List.of("/api", "/health", "/metrics", "/openapi", "/runs");

    /**
     * The Lab's page, as on the wire: nothing is decoded and no dots are followed, so that no other
     * page could be taken for it. Without the possessive quantifier, each part of the address would
     * take its share of the stack.
     */
    private static final Pattern LAB = Pattern.compile("/lab(?:/[A-Za-z0-9_-]+)*+/?(?:\\?.*)?");

    /**
     * No inline script or style; images of posts from any https host; posts and answers from here
     * alone.
     */
    private static final String PAGE_POLICY =
            "default-src 'self';%s img-src 'self' https: data:; object-src 'none'; base-uri 'none';"
                    + " form-action 'self'; frame-ancestors 'none'";

    private final ClientFiles files;
    private final @Nullable LabPage lab;

    ClientFilesFilter(ClientFiles files, @Nullable LabPage lab) {
        this.files = files;
        this.lab = lab;
    }

    @RequestFilter
    @Nullable HttpResponse<?> serve(HttpRequest<?> request) {
        HttpMethod method = request.getMethod();
        if (method != HttpMethod.GET && method != HttpMethod.HEAD) {
            return null;
        }
        String path = request.getPath();
        Optional<ClientFile> file = files.find(path);
        if (file.isPresent() || !isPage(path, request)) {
            return file.map(named -> answer(named, request)).orElse(null);
        }
        boolean isLab = LAB.matcher(request.getUri().toString()).matches();
        return files.page()
                .map(page -> isLab ? labPage(page, request) : answer(page, request))
                .orElse(null);
    }

    private static boolean isPage(String path, HttpRequest<?> request) {
        for (String server : SERVER_PATHS) {
            if (path.equals(server) || path.startsWith(server + "/")) {
                return false;
            }
        }
        boolean namesAFile = path.lastIndexOf('.') > path.lastIndexOf('/');
        return !namesAFile && request.accept().contains(MediaType.TEXT_HTML_TYPE);
    }

    private static HttpResponse<?> answer(ClientFile file, HttpRequest<?> request) {
        Encoding encoding = Encoding.best(file, acceptedBy(request));
        String etag = '"' + file.etag + encoding.suffix + '"';
        boolean known =
                request.getHeaders()
                        .findFirst(HttpHeaders.IF_NONE_MATCH)
                        .filter(tags -> tags.contains(etag))
                        .isPresent();
        MutableHttpResponse<?> response =
                known ? HttpResponse.notModified() : HttpResponse.ok(encoding.bytes(file));
        response.header(HttpHeaders.ETAG, etag)
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING)
                .header(
                        HttpHeaders.CACHE_CONTROL,
                        file.immutable ? "public, max-age=31536000, immutable" : "no-cache");
        if (!known) {
            describe(response, file, encoding);
        }
        if (file.contentType.startsWith("text/html")) {
            response.header("Content-Security-Policy", PAGE_POLICY.formatted(""));
        }
        return response;
    }

    /**
     * The page with the policy of the Lab's; where that is off, the ordinary one, which says so.
     * Browsers keep neither: Chromium goes on with the policy that it has stored when it is told
     * that a page is the same.
     */
    private HttpResponse<?> labPage(ClientFile page, HttpRequest<?> request) {
        Encoding encoding = Encoding.best(page, acceptedBy(request));
        MutableHttpResponse<?> response =
                HttpResponse.status(lab == null ? HttpStatus.NOT_FOUND : HttpStatus.OK)
                        .body(encoding.bytes(page))
                        .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING)
                        .header(HttpHeaders.CACHE_CONTROL, "no-store");
        describe(response, page, encoding);
        if (lab == null) {
            return response.header("Content-Security-Policy", PAGE_POLICY.formatted(""));
        }
        List<String> frames = new ArrayList<>(List.of("'self'"));
        frames.addAll(lab.framedOrigins());
        String policy =
                PAGE_POLICY.formatted(
                        " connect-src 'self' http: https:; frame-src "
                                + String.join(" ", frames)
                                + ";");
        return response.header("Content-Security-Policy", policy)
                // With same-origin alone, the windows that it opens could not answer it.
                .header("Cross-Origin-Opener-Policy", "same-origin-allow-popups");
    }

    private static void describe(
            MutableHttpResponse<?> response, ClientFile file, Encoding encoding) {
        response.header(HttpHeaders.CONTENT_TYPE, file.contentType);
        if (encoding != Encoding.IDENTITY) {
            response.header(HttpHeaders.CONTENT_ENCODING, encoding.token);
        }
    }

    private static String acceptedBy(HttpRequest<?> request) {
        return request.getHeaders().findFirst(HttpHeaders.ACCEPT_ENCODING).orElse("");
    }

    /**
     * After the CORS filter, which must see every request, and before security, which has no say
     * here.
     */
    @Override
    public int getOrder() {
        return ServerFilterPhase.SESSION.before();
    }

    private enum Encoding {
        BROTLI("br", "-br"),
        GZIP("gzip", "-gz"),
        IDENTITY("identity", "");

        private final String token;
        private final String suffix;

        Encoding(String token, String suffix) {
            this.token = token;
            this.suffix = suffix;
        }

        static Encoding best(ClientFile file, String accepted) {
            if (file.brotli != null && accepts(accepted, BROTLI.token)) {
                return BROTLI;
            }
            return file.gzip != null && accepts(accepted, GZIP.token) ? GZIP : IDENTITY;
        }

        private static boolean accepts(String accepted, String token) {
            for (String part : accepted.split(",", -1)) {
                String[] choice = part.strip().split("\\s*;\\s*q=", 2);
                if (choice[0].equalsIgnoreCase(token)) {
                    return choice.length == 1 || !choice[1].matches("0(\\.0*)?");
                }
            }
            return false;
        }

        byte[] bytes(ClientFile file) {
            byte[] compressed =
                    switch (this) {
                        case BROTLI -> file.brotli;
                        case GZIP -> file.gzip;
                        case IDENTITY -> null;
                    };
            return compressed == null ? file.plain : compressed;
        }
    }
}

package dev.preflight.web.client;

import com.google.common.hash.Hashing;

import io.micronaut.context.annotation.Context;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;

/** The built client, read once from the class path; a few hundred kilobytes. */
@Context
final class ClientFiles {

    private static final Logger LOG = LoggerFactory.getLogger(ClientFiles.class);

    /** Written by the client's build: one path a line. */
    private static final String INDEX = "/client-files.txt";

    private static final Map<String, String> CONTENT_TYPES =
            Map.ofEntries(
                    Map.entry("css", "text/css; charset=utf-8"),
                    Map.entry("html", "text/html; charset=utf-8"),
                    Map.entry("ico", "image/x-icon"),
                    Map.entry("js", "text/javascript; charset=utf-8"),
                    Map.entry("json", "application/json"),
                    Map.entry("map", "application/json"),
                    Map.entry("png", "image/png"),
                    Map.entry("svg", "image/svg+xml"),
                    Map.entry("txt", "text/plain; charset=utf-8"),
                    Map.entry("webmanifest", "application/manifest+json"),
                    Map.entry("webp", "image/webp"),
                    Map.entry("woff2", "font/woff2"));

    private final Map<String, ClientFile> files = new HashMap<>();

    ClientFiles() throws IOException {
        byte[] index = read(INDEX);
        if (index == null) {
            LOG.info("The client is not built into this server: it serves the API alone.");
            return;
        }
        for (String path : new String(index, StandardCharsets.UTF_8).lines().toList()) {
            files.put("/" + path, load(path));
        }
    }

    /** The file at a URL's path. */
    Optional<ClientFile> find(String path) {
        return Optional.ofNullable(files.get(path));
    }

    /** The page that every route of the client starts from. */
    Optional<ClientFile> page() {
        return find("/index.html");
    }

    private static ClientFile load(String path) throws IOException {
        String resource = "/public/" + path;
        byte[] plain = read(resource);
        if (plain == null) {
            throw new IllegalStateException(
                    "The built client lacks " + path + ", which its index names: build it again.");
        }
        String extension = path.substring(path.lastIndexOf('.') + 1);
        return new ClientFile(
                CONTENT_TYPES.getOrDefault(extension, "application/octet-stream"),
                etag(plain),
                path.startsWith("assets/"),
                plain,
                read(resource + ".gz"),
                read(resource + ".br"));
    }

    /** Not by the framework's resolver, which opens the whole jar for each file. */
    private static byte @Nullable [] read(String resource) throws IOException {
        try (InputStream stream = ClientFiles.class.getResourceAsStream(resource)) {
            return stream == null ? null : stream.readAllBytes();
        }
    }

    private static String etag(byte[] content) {
        return HexFormat.of().formatHex(Hashing.sha256().hashBytes(content).asBytes(), 0, 8);
    }
}

package dev.preflight.lab.initiators;

import com.google.common.hash.Hashing;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Collection;
import java.util.Objects;

/**
 * The page that calls start from, put together once: it obeys the Lab's page alone, and its policy
 * lets it call runs alone.
 *
 * @param policy its {@code Content-Security-Policy}
 */
record InitiatorPage(String html, String policy) {

    /**
     * @param server the origin whose runs it calls
     * @param labs the origins whose pages may open it, frame it and tell it what to call
     */
    static InitiatorPage of(String server, Collection<String> labs) {
        String script = read("initiator.js");
        String style = read("initiator.css");
        String origins = String.join(" ", labs);
        String html =
                read("initiator.html")
                        .replace("{{server}}", server)
                        .replace("{{labs}}", origins)
                        .replace("{{style}}", style)
                        .replace("{{script}}", script);
        String policy =
                String.join(
                        "; ",
                        "default-src 'none'",
                        "script-src " + hash(script),
                        "style-src " + hash(style),
                        // The empty icon, so that no browser asks for one.
                        "img-src data:",
                        "connect-src " + server + "/runs/",
                        "form-action " + server + "/runs/",
                        "base-uri 'none'",
                        "frame-ancestors " + origins);
        return new InitiatorPage(html, policy);
    }

    private static String read(String name) {
        try (InputStream stream = InitiatorPage.class.getResourceAsStream("/lab/" + name)) {
            return new String(
                    Objects.requireNonNull(stream, name).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** CSP3 §2.3.1, "hash-source". */
    private static String hash(String text) {
        byte[] digest = Hashing.sha256().hashString(text, StandardCharsets.UTF_8).asBytes();
        return "'sha256-" + Base64.getEncoder().encodeToString(digest) + "'";
    }
}

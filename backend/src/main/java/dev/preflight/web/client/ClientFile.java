package dev.preflight.web.client;

import org.jspecify.annotations.Nullable;

/** One file of the built client, in memory, in every encoding that it was built in. */
final class ClientFile {

    /** With charset, for texts. */
    final String contentType;

    /** Changes with the content; without the quotes. */
    final String etag;

    /** Whether its name changes with its content, so that it never has to be asked for again. */
    final boolean immutable;

    final byte[] plain;
    final byte @Nullable [] gzip;
    final byte @Nullable [] brotli;

    ClientFile(
            String contentType,
            String etag,
            boolean immutable,
            byte[] plain,
            byte @Nullable [] gzip,
            byte @Nullable [] brotli) {
        this.contentType = contentType;
        this.etag = etag;
        this.immutable = immutable;
        this.plain = plain;
        this.gzip = gzip;
        this.brotli = brotli;
    }
}

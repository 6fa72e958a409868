package dev.preflight.lab.fetch;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * A call of {@code fetch} in mode {@code cors}.
 *
 * @param origin of the page, as it serialises; {@code null} for an opaque one
 * @param method as the page writes it
 * @param body that is sent, or null for none
 */
public record FetchCall(
        String origin,
        String url,
        String method,
        List<HeaderLine> headers,
        CredentialsMode credentials,
        @Nullable Body body) {

    public FetchCall {
        headers = List.copyOf(headers);
    }

    /** Fetch, "credentials mode". */
    public enum CredentialsMode {
        OMIT,
        SAME_ORIGIN,
        INCLUDE
    }

    /**
     * What of a body matters.
     *
     * @param contentType that it brings where the page names none
     * @param stream whether its length is unknown before it is sent
     */
    public record Body(@Nullable String contentType, boolean stream) {

        /** A text, as it comes from {@code JSON.stringify}. */
        public static final Body TEXT = new Body("text/plain;charset=UTF-8", false);
    }
}

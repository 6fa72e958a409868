package dev.preflight.lab.fetch;

import java.util.List;

/** A server's answer, as far as a browser decides by it. */
public record FetchAnswer(int status, List<HeaderLine> headers) {

    public FetchAnswer {
        headers = List.copyOf(headers);
    }

    /** Fetch, "redirect status". */
    public boolean isRedirect() {
        return switch (status) {
            case 301, 302, 303, 307, 308 -> true;
            default -> false;
        };
    }
}

package dev.preflight.web;

import org.jspecify.annotations.Nullable;

/** The server has more to do than it can, and says so instead of letting everybody wait: 503. */
public final class Overloaded extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public Overloaded(String reason, @Nullable Throwable cause) {
        super(reason, cause);
    }
}

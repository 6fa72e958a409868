package dev.preflight.lab.fetch;

/** A header as it is sent; several of one name are several lines. */
public record HeaderLine(String name, String value) {

    /** Its name alone: a value may be a secret, and a text may end up in a log. */
    @Override
    public String toString() {
        return name;
    }
}

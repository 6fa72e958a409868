package dev.preflight.lab.doctor;

import dev.preflight.lab.fetch.Classification;
import dev.preflight.lab.fetch.FetchCall.CredentialsMode;
import dev.preflight.lab.fetch.HeaderLine;
import dev.preflight.lab.fetch.HeaderList;

import org.jspecify.annotations.Nullable;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;

/** What each argument of the command may say. */
final class ArgumentValues {

    private static final Pattern ORIGIN =
            Pattern.compile("[a-z][a-z0-9+.-]*://[^/?#@\\s\\p{Upper}]+");
    private static final Pattern SECONDS = Pattern.compile("[1-9][0-9]{0,2}");
    private static final int LONGEST_TIMEOUT = 300;

    private ArgumentValues() {}

    /** Leads from wherever it is noticed to the end of the reading. */
    static final class Mistake extends Exception {

        private static final long serialVersionUID = 1;

        private final String sentence;

        Mistake(String sentence) {
            super(sentence);
            this.sentence = sentence;
        }

        String sentence() {
            return sentence;
        }
    }

    static boolean flag(String option, @Nullable String given) throws Mistake {
        if (given != null) {
            throw new Mistake(option + " takes no value: write it alone.");
        }
        return true;
    }

    static String origin(String value) throws Mistake {
        if (value.equals("null") || (ORIGIN.matcher(value).matches() && isSerialized(value))) {
            return value;
        }
        Optional<String> meant = Classification.origin(value);
        throw new Mistake(
                "“%s” is no origin: write %s."
                        .formatted(
                                value,
                                meant.orElse(
                                        "a scheme, a host and a port if it is not the usual"
                                                + " one, such as https://app.example.com")));
    }

    /** A browser never sends https://app.example.com:443. */
    private static boolean isSerialized(String value) {
        boolean isHttp = value.startsWith("http://") || value.startsWith("https://");
        return !isHttp || Classification.origin(value).filter(value::equals).isPresent();
    }

    static String method(String value) throws Mistake {
        if (!HeaderList.isToken(value)) {
            throw new Mistake("“%s” is no method: write one word, such as PUT.".formatted(value));
        }
        return value;
    }

    static HeaderLine header(String value) throws Mistake {
        int colon = value.indexOf(':');
        String name = colon < 0 ? "" : value.substring(0, colon).strip();
        if (!HeaderList.isToken(name)) {
            throw new Mistake(
                    "A header is a name, a colon and a value: write --header 'Content-Type:"
                            + " application/json'.");
        }
        String content = value.substring(colon + 1).strip();
        if (!HeaderList.isValue(content)) {
            throw new Mistake(
                    "The value of the header %s holds a line break or a character beyond Latin-1: encode it."
                            .formatted(name));
        }
        return new HeaderLine(name, content);
    }

    static CredentialsMode credentials(String value) throws Mistake {
        return switch (value) {
            case "include" -> CredentialsMode.INCLUDE;
            case "same-origin" -> CredentialsMode.SAME_ORIGIN;
            case "omit" -> CredentialsMode.OMIT;
            default ->
                    throw new Mistake(
                            "“%s” is no credentials mode: write include, same-origin or omit."
                                    .formatted(value));
        };
    }

    static Duration timeout(String value) throws Mistake {
        int seconds = SECONDS.matcher(value).matches() ? Integer.parseInt(value) : 0;
        if (seconds < 1 || seconds > LONGEST_TIMEOUT) {
            throw new Mistake(
                    "“%s” is no timeout: write whole seconds, from 1 to %d."
                            .formatted(value, LONGEST_TIMEOUT));
        }
        return Duration.ofSeconds(seconds);
    }

    static URI address(String url) throws Mistake {
        try {
            return Examination.address(url);
        } catch (URISyntaxException none) {
            // It may hold a password, so it is not shown.
            throw new Mistake(
                    url.contains("@")
                            ? "An address with a user name or password is refused by fetch:"
                                    + " leave them out, and use --header 'Authorization: …'."
                            : "“%s” can't be called: write a whole address, such as https://api.example.com/posts, its host in ASCII."
                                    .formatted(url));
        }
    }
}

package dev.preflight.lab.doctor;

import dev.preflight.lab.fetch.Classification;
import dev.preflight.lab.fetch.FetchCall;
import dev.preflight.lab.fetch.FetchCall.Body;
import dev.preflight.lab.fetch.FetchCall.CredentialsMode;
import dev.preflight.lab.fetch.HeaderLine;
import dev.preflight.lab.fetch.HeaderList;
import dev.preflight.lab.fetch.Methods;
import dev.preflight.lab.fetch.Step;

import org.jspecify.annotations.Nullable;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What the command was told.
 *
 * @param send whether a method other than GET and HEAD may be sent, and so run
 */
record DoctorArguments(
        FetchCall call,
        URI address,
        @Nullable String body,
        boolean send,
        boolean json,
        Duration timeout) {

    /** What the command makes of its arguments. */
    sealed interface Reading {

        /** They say what to do. */
        record Understood(DoctorArguments arguments) implements Reading {}

        /** They do not: what is wrong, and what to write instead. */
        record Mistaken(String sentence) implements Reading {}
    }

    /** Reads the arguments after {@code doctor}. */
    static Reading read(List<String> arguments) {
        Reader reader = new Reader(arguments);
        try {
            reader.readAll();
            return new Reading.Understood(reader.result());
        } catch (Mistake mistake) {
            return new Reading.Mistaken(mistake.sentence);
        }
    }

    /** Leads from wherever it is noticed to the end of the reading. */
    private static final class Mistake extends Exception {

        private static final long serialVersionUID = 1;

        private final String sentence;

        Mistake(String sentence) {
            super(sentence);
            this.sentence = sentence;
        }
    }

    /** What has been read so far. */
    private static final class Reader {

        private static final Pattern ORIGIN =
                Pattern.compile("[a-z][a-z0-9+.-]*://[^/?#@\\s\\p{Upper}]+");
        private static final Pattern SECONDS = Pattern.compile("[1-9][0-9]{0,2}");
        private static final int LONGEST_TIMEOUT = 300;

        private final List<String> arguments;
        private final List<HeaderLine> headers = new ArrayList<>();
        private int next;
        private @Nullable String url;
        private @Nullable String origin;
        private @Nullable String body;
        private String method = "GET";
        private CredentialsMode credentials = CredentialsMode.SAME_ORIGIN;
        private boolean send;
        private boolean json;
        private Duration timeout = Duration.ofSeconds(10);

        Reader(List<String> arguments) {
            this.arguments = arguments;
        }

        void readAll() throws Mistake {
            while (next < arguments.size()) {
                String argument = arguments.get(next);
                next++;
                if (argument.startsWith("-")) {
                    readOption(argument);
                } else if (url == null) {
                    url = argument;
                } else {
                    throw new Mistake(
                            "There are two addresses, %s and %s: give one, and put what has spaces in quotes."
                                    .formatted(url, argument));
                }
            }
        }

        private void readOption(String argument) throws Mistake {
            int equals = argument.indexOf('=');
            String option = equals < 0 ? argument : argument.substring(0, equals);
            String given = equals < 0 ? null : argument.substring(equals + 1);
            switch (option) {
                case "--origin" -> origin = readOrigin(value(option, given));
                case "--method" -> method = readMethod(value(option, given));
                case "--header" -> headers.add(readHeader(value(option, given)));
                case "--credentials" -> credentials = readCredentials(value(option, given));
                case "--body" -> body = value(option, given);
                case "--timeout" -> timeout = readTimeout(value(option, given));
                case "--send" -> send = readFlag(option, given);
                case "--json" -> json = readFlag(option, given);
                default -> throw new Mistake("There is no option " + option + ".");
            }
        }

        private String value(String option, @Nullable String given) throws Mistake {
            if (given != null) {
                return given;
            }
            if (next >= arguments.size()) {
                throw new Mistake(option + " needs a value after it.");
            }
            String value = arguments.get(next);
            next++;
            return value;
        }

        private static boolean readFlag(String option, @Nullable String given) throws Mistake {
            if (given != null) {
                throw new Mistake(option + " takes no value: write it alone.");
            }
            return true;
        }

        private static String readOrigin(String value) throws Mistake {
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

        private static String readMethod(String value) throws Mistake {
            if (!HeaderList.isToken(value)) {
                throw new Mistake(
                        "“%s” is no method: write one word, such as PUT.".formatted(value));
            }
            return value;
        }

        private static HeaderLine readHeader(String value) throws Mistake {
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

        private static CredentialsMode readCredentials(String value) throws Mistake {
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

        private static Duration readTimeout(String value) throws Mistake {
            int seconds = SECONDS.matcher(value).matches() ? Integer.parseInt(value) : 0;
            if (seconds < 1 || seconds > LONGEST_TIMEOUT) {
                throw new Mistake(
                        "“%s” is no timeout: write whole seconds, from 1 to %d."
                                .formatted(value, LONGEST_TIMEOUT));
            }
            return Duration.ofSeconds(seconds);
        }

        DoctorArguments result() throws Mistake {
            if (url == null) {
                throw new Mistake("There is no address: write the one that your page calls.");
            }
            if (origin == null) {
                throw new Mistake(
                        "Whose request is it? Write the page's origin, such as --origin"
                                + " https://app.example.com.");
            }
            URI address = readAddress(url);
            FetchCall call =
                    new FetchCall(
                            origin,
                            address.toString(),
                            method,
                            headers,
                            credentials,
                            body == null ? null : Body.TEXT);
            check(Classification.of(call));
            return new DoctorArguments(call, address, body, send, json, timeout);
        }

        private static URI readAddress(String url) throws Mistake {
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

        private void check(Classification classification) throws Mistake {
            Optional<Step> reason = Step.reason(classification.construction());
            if (reason.isPresent()) {
                throw new Mistake(reason.get().what() + " " + reason.get().todo());
            }
            String sent = classification.method();
            if (!send && !Methods.isRepeatable(sent) && classification.preflight() == null) {
                throw new Mistake(
                        "A %s like this needs no preflight, so only its answer decides: add --send, and it really runs at the server."
                                .formatted(sent.toUpperCase(Locale.ROOT)));
            }
        }
    }
}

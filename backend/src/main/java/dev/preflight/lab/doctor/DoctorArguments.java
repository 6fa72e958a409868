package dev.preflight.lab.doctor;

import dev.preflight.lab.doctor.ArgumentValues.Mistake;
import dev.preflight.lab.fetch.Classification;
import dev.preflight.lab.fetch.FetchCall;
import dev.preflight.lab.fetch.FetchCall.Body;
import dev.preflight.lab.fetch.FetchCall.CredentialsMode;
import dev.preflight.lab.fetch.HeaderLine;
import dev.preflight.lab.fetch.Methods;
import dev.preflight.lab.fetch.Step;

import org.jspecify.annotations.Nullable;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

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
            return new Reading.Mistaken(mistake.sentence());
        }
    }

    /** What has been read so far. */
    private static final class Reader {

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
                case "--origin" -> origin = ArgumentValues.origin(value(option, given));
                case "--method" -> method = ArgumentValues.method(value(option, given));
                case "--header" -> headers.add(ArgumentValues.header(value(option, given)));
                case "--credentials" ->
                        credentials = ArgumentValues.credentials(value(option, given));
                case "--body" -> body = value(option, given);
                case "--timeout" -> timeout = ArgumentValues.timeout(value(option, given));
                case "--send" -> send = ArgumentValues.flag(option, given);
                case "--json" -> json = ArgumentValues.flag(option, given);
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

        DoctorArguments result() throws Mistake {
            if (url == null) {
                throw new Mistake("There is no address: write the one that your page calls.");
            }
            if (origin == null) {
                throw new Mistake(
                        "Whose request is it? Write the page's origin, such as --origin"
                                + " https://app.example.com.");
            }
            URI address = ArgumentValues.address(url);
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

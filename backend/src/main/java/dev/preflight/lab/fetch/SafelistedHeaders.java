package dev.preflight.lab.fetch;

import static dev.preflight.lab.fetch.Rule.SAFELISTED_CONTENT_TYPE;
import static dev.preflight.lab.fetch.Rule.SAFELISTED_HEADER_NAME;
import static dev.preflight.lab.fetch.Rule.SAFELISTED_RANGE;
import static dev.preflight.lab.fetch.Rule.SAFELISTED_TOTAL_LENGTH;
import static dev.preflight.lab.fetch.Rule.SAFELISTED_VALUE_BYTES;
import static dev.preflight.lab.fetch.Rule.SAFELISTED_VALUE_LENGTH;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which headers need a preflight (Fetch, "CORS-unsafe request-header names"). */
final class SafelistedHeaders {

    static final String LIKE_A_FORM = "The browser asks before it sends what no form could send.";

    static final String ANSWER_IT = "Let the server answer OPTIONS and allow it";

    private static final Set<String> NAMES =
            Set.of("accept", "accept-language", "content-language", "content-type", "range");

    private static final Set<String> TYPES =
            Set.of("application/x-www-form-urlencoded", "multipart/form-data", "text/plain");

    /** Fetch, "CORS-unsafe request-header byte". */
    private static final Pattern UNSAFE_BYTE =
            Pattern.compile("[\\x00-\\x08\\x0a-\\x1f\"():<>?@\\[\\\\\\]{}\\x7f]");

    private static final Pattern UNSAFE_LANGUAGE_BYTE = Pattern.compile("[^0-9A-Za-z *,\\-.;=]");

    /** Fetch, "simple range header value", with a start. */
    private static final Pattern SIMPLE_RANGE = Pattern.compile("bytes=([0-9]+)-([0-9]*)");

    private static final int LONGEST_VALUE = 128;
    private static final int LONGEST_TOTAL = 1024;

    private SafelistedHeaders() {}

    /**
     * The headers that need a preflight, and the steps that found them.
     *
     * @param names in lower case, each once, sorted by byte
     */
    record Unsafe(List<String> names, List<Step> trace) {}

    /**
     * Those that are not safelisted; and if the safelisted values together are longer than 1024
     * bytes, all.
     */
    static Unsafe find(List<HeaderLine> headers) {
        List<Step> trace = new ArrayList<>();
        List<String> unsafe = new ArrayList<>();
        List<HeaderLine> safelisted = new ArrayList<>();
        for (HeaderLine header : headers) {
            List<Step> steps = judge(header);
            trace.addAll(steps);
            if (Step.reason(steps).isPresent()) {
                unsafe.add(HeaderList.lower(header.name()));
            } else {
                safelisted.add(header);
            }
        }
        int length = safelisted.stream().mapToInt(header -> header.value().length()).sum();
        if (!safelisted.isEmpty()) {
            trace.add(totalLength(length));
        }
        if (length > LONGEST_TOTAL) {
            safelisted.forEach(header -> unsafe.add(HeaderList.lower(header.name())));
        }
        return new Unsafe(unsafe.stream().distinct().sorted().toList(), List.copyOf(trace));
    }

    /** Fetch, "CORS-safelisted request-header": what a form could have sent too. */
    private static List<Step> judge(HeaderLine header) {
        String name = HeaderList.lower(header.name());
        String value = header.value();
        List<Step> trace = new ArrayList<>();
        if (!NAMES.contains(name)) {
            trace.add(
                    Step.fail(
                            SAFELISTED_HEADER_NAME,
                            "There is a preflight, because of the header " + name + ".",
                            LIKE_A_FORM
                                    + " Only Accept, Accept-Language, Content-Language,"
                                    + " Content-Type and Range go without.",
                            ANSWER_IT + ": Access-Control-Allow-Headers: " + name + "."));
            return trace;
        }
        trace.add(
                Step.pass(
                        SAFELISTED_HEADER_NAME,
                        name + " may go without a preflight, if its value is plain."));
        if (value.length() > LONGEST_VALUE) {
            trace.add(
                    Step.fail(
                            SAFELISTED_VALUE_LENGTH,
                            "There is a preflight, because the value of %s has %d bytes."
                                    .formatted(name, value.length()),
                            "Beyond 128 bytes a value could attack a server that does not expect"
                                    + " it.",
                            "Shorten it, or let the server allow it:"
                                    + " Access-Control-Allow-Headers: "
                                    + name
                                    + "."));
            return trace;
        }
        trace.add(Step.pass(SAFELISTED_VALUE_LENGTH, "The value of " + name + " is short enough."));
        if (name.equals("range")) {
            trace.add(range(value));
            return trace;
        }
        trace.add(bytes(name, value));
        if (name.equals("content-type") && Step.reason(trace).isEmpty()) {
            trace.add(contentType(value));
        }
        return trace;
    }

    private static Step bytes(String name, String value) {
        Matcher found =
                (name.endsWith("-language") ? UNSAFE_LANGUAGE_BYTE : UNSAFE_BYTE).matcher(value);
        return found.find()
                ? Step.fail(
                        SAFELISTED_VALUE_BYTES,
                        "There is a preflight, because the value of %s holds the character \"%s\"."
                                .formatted(name, found.group().replace("\"", "\\\"")),
                        "Such characters could be read as code by a server that does not expect"
                                + " them.",
                        "Leave it out, or let the server allow it: Access-Control-Allow-Headers: "
                                + name
                                + ".")
                : Step.pass(
                        SAFELISTED_VALUE_BYTES,
                        "The value of " + name + " holds only plain characters.");
    }

    private static Step contentType(String value) {
        return essence(value).filter(TYPES::contains).isPresent()
                ? Step.pass(SAFELISTED_CONTENT_TYPE, "A form could send " + value + ".")
                : Step.fail(
                        SAFELISTED_CONTENT_TYPE,
                        "There is a preflight, because the Content-Type is “" + value + "”.",
                        LIKE_A_FORM
                                + " A form sends application/x-www-form-urlencoded,"
                                + " multipart/form-data or text/plain.",
                        ANSWER_IT
                                + ": Access-Control-Allow-Headers: content-type. A preflight for"
                                + " JSON is normal.");
    }

    private static Step range(String value) {
        return isSimpleRange(value)
                ? Step.pass(SAFELISTED_RANGE, "“" + value + "” asks for one simple range.")
                : Step.fail(
                        SAFELISTED_RANGE,
                        "There is a preflight, because of the Range “" + value + "”.",
                        "Only one range with a start, such as bytes=0-99 or bytes=100-, goes"
                                + " without.",
                        "Ask for one such range, or let the server allow it:"
                                + " Access-Control-Allow-Headers: range.");
    }

    private static Step totalLength(int length) {
        return length <= LONGEST_TOTAL
                ? Step.pass(
                        SAFELISTED_TOTAL_LENGTH,
                        "The plain headers together have %d bytes, which is short enough."
                                .formatted(length))
                : Step.fail(
                        SAFELISTED_TOTAL_LENGTH,
                        "There is a preflight, because the plain headers together have %d bytes."
                                .formatted(length),
                        "Beyond 1024 bytes each of them counts as one that a form could not send.",
                        "Shorten them, or let the server allow each of them.");
    }

    /**
     * MIME Sniffing, "parse a MIME type", as far as the essence; what follows the first semicolon
     * can't make the type another.
     */
    private static Optional<String> essence(String value) {
        String[] parts = HeaderList.normalize(value.split(";", 2)[0]).split("/", -1);
        if (parts.length != 2 || !HeaderList.isToken(parts[0]) || !HeaderList.isToken(parts[1])) {
            return Optional.empty();
        }
        return Optional.of(HeaderList.lower(parts[0] + "/" + parts[1]));
    }

    private static boolean isSimpleRange(String value) {
        Matcher range = SIMPLE_RANGE.matcher(value);
        return range.matches()
                && (range.group(2).isEmpty()
                        || new BigInteger(range.group(1)).compareTo(new BigInteger(range.group(2)))
                                <= 0);
    }
}

package dev.preflight.lab.policy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Whether texts can be sent as the head of a request (RFC 9110 §5.5, RFC 9112 §3). */
final class HeadCheck {

    /** RFC 9110 §5.6.2. */
    private static final Pattern TOKEN = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+");

    /** What Netty reads of all headers together. */
    private static final int MOST_BYTES = 8192;

    private final List<String> problems = new ArrayList<>();
    private int bytes;

    void method(String method) {
        if (!TOKEN.matcher(method).matches()) {
            problems.add("The method is not a name that HTTP knows, so no request can carry it.");
        }
    }

    void lines(String name, List<String> values) {
        for (String value : values) {
            bytes += name.length() + 1 + value.getBytes(StandardCharsets.UTF_8).length;
            if (value.indexOf('\0') >= 0) {
                problems.add(name + " holds a NUL, to which this server answers 400 at once.");
            }
            if (value.indexOf('\r') >= 0 || value.indexOf('\n') >= 0) {
                problems.add(name + " holds a line break, and that is where a header ends.");
            }
        }
    }

    List<String> problems() {
        if (bytes > MOST_BYTES) {
            problems.add(
                    "The headers are longer than the 8,192 bytes that this server reads, and it"
                            + " answers 413.");
        }
        return List.copyOf(problems);
    }
}

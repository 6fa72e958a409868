package dev.preflight.web.exempt;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * An answer that no rule adds to.
 *
 * @param status 200 to 599
 * @param headers every header that is sent, but for what HTTP itself needs
 * @param body JSON; none with a status that has no body
 * @param delay before it is sent
 */
public record ExemptAnswer(int status, List<Line> headers, String body, Duration delay) {

    /** Whatever a run says, it can be no page, and no cache keeps it. */
    private static final List<Line> ALWAYS =
            List.of(
                    new Line("X-Content-Type-Options", "nosniff"),
                    new Line("Cache-Control", "no-store"),
                    new Line("Content-Security-Policy", "sandbox; default-src 'none'"));

    /** One header line. */
    public record Line(String name, String value) {}

    /** With these headers, and those that protect browsers from it. */
    public static ExemptAnswer of(int status, List<Line> headers, String json, Duration delay) {
        boolean hasBody = status != 204 && status != 205 && status != 304;
        List<Line> all = new ArrayList<>(headers);
        if (hasBody) {
            all.add(new Line("Content-Type", "application/json"));
        }
        all.addAll(ALWAYS);
        return new ExemptAnswer(status, List.copyOf(all), hasBody ? json : "", delay);
    }
}

package dev.preflight.web.exempt;

import com.fasterxml.jackson.annotation.JsonInclude;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;

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

    private static final Line JSON = new Line("Content-Type", "application/json");

    /** One header line of the answer. */
    @Serdeable
    @JsonInclude(JsonInclude.Include.ALWAYS)
    @Schema(name = "SentHeader", description = "One header line of the answer.")
    public record Line(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED) String name,
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED) String value) {}

    /** With these headers, and those that protect browsers from it. */
    public static ExemptAnswer of(int status, List<Line> headers, String json, Duration delay) {
        boolean hasBody = status != 204 && status != 205 && status != 304;
        List<Line> all = new ArrayList<>(headers);
        if (hasBody) {
            all.add(JSON);
        }
        all.addAll(ALWAYS);
        return new ExemptAnswer(status, List.copyOf(all), hasBody ? json : "", delay);
    }
}

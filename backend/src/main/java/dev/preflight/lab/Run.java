package dev.preflight.lab;

import dev.preflight.lab.description.Reply;
import dev.preflight.lab.description.ReplyHeader;
import dev.preflight.lab.description.RunRequest;
import dev.preflight.web.exempt.ExemptAnswer;
import dev.preflight.web.exempt.SeenRequest;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** A server that answers as it was told to, and writes down what it was asked. */
final class Run {

    /**
     * Also keeps whatever a stranger sends as an Origin from being more than one header's value.
     */
    private static final Pattern ORIGIN = Pattern.compile("[!-~]{1,1024}");

    private static final int SHOWN_OF_THE_ID = 8;

    private final String id;
    private final RunRequest request;
    private final Instant expiresAt;
    private final Duration lifetime;
    private final Journal journal;

    Run(String id, RunRequest request, Instant expiresAt, Duration lifetime, Journal journal) {
        this.id = id;
        this.request = request;
        this.expiresAt = expiresAt;
        this.lifetime = lifetime;
        this.journal = journal;
    }

    String id() {
        return id;
    }

    RunRequest request() {
        return request;
    }

    Instant expiresAt() {
        return expiresAt;
    }

    Journal journal() {
        return journal;
    }

    static String path(String id) {
        return "/runs/" + id;
    }

    /** Answers, and writes that down at once, however long the answer is held back. */
    ExemptAnswer answer(SeenRequest seen, Instant now) {
        Reply reply = reply(seen);
        ExemptAnswer answer =
                ExemptAnswer.of(
                        reply.status(),
                        lines(reply, seen),
                        "{\"lab\":\"" + id.substring(0, SHOWN_OF_THE_ID) + "\"}",
                        reply.delay());
        journal.write(number -> Exchange.of(number, now, seen, answer));
        return answer;
    }

    private Reply reply(SeenRequest seen) {
        if (!seen.isPreflight()) {
            return request.response();
        }
        return Optional.ofNullable(request.preflight()).orElseGet(Reply::withoutCors);
    }

    private List<ExemptAnswer.Line> lines(Reply reply, SeenRequest seen) {
        List<ExemptAnswer.Line> lines = new ArrayList<>();
        for (ReplyHeader header : reply.headers()) {
            String value = header.echoesOrigin() ? echo(seen.origin()) : header.value();
            if (value != null) {
                lines.add(new ExemptAnswer.Line(header.name(), value));
            }
        }
        if (reply.cookie() != null) {
            lines.add(
                    new ExemptAnswer.Line(
                            "Set-Cookie", reply.cookie().serialized(lifetime.toSeconds())));
        }
        if (reply.redirect() != null) {
            lines.add(new ExemptAnswer.Line("Location", path(reply.redirect().run())));
        }
        return lines;
    }

    private static @Nullable String echo(@Nullable String origin) {
        return origin != null && ORIGIN.matcher(origin).matches() ? origin : null;
    }

    /** Ends what follows it. */
    void end() {
        journal.close();
    }
}

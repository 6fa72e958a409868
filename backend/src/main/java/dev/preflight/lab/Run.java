package dev.preflight.lab;

import dev.preflight.lab.description.Reply;
import dev.preflight.lab.description.ReplyHeader;
import dev.preflight.lab.description.RunRequest;
import dev.preflight.web.exempt.ExemptAnswer;
import dev.preflight.web.exempt.SeenRequest;

import org.jspecify.annotations.Nullable;

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
    private final Journal journal;
    private final int bytes;
    private final Answering toRequests;
    private final Answering toPreflights;

    Run(String id, RunRequest request, Instant expiresAt, Journal journal, int bytes) {
        this.id = id;
        this.request = request;
        this.expiresAt = expiresAt;
        this.journal = journal;
        this.bytes = bytes;
        String body = "{\"lab\":\"" + id.substring(0, SHOWN_OF_THE_ID) + "\"}";
        this.toRequests = new Answering(request.response(), body);
        this.toPreflights =
                new Answering(
                        Optional.ofNullable(request.preflight()).orElseGet(Reply::withoutCors),
                        body);
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

    /** How much memory it takes without its journal, more or less. */
    int bytes() {
        return bytes;
    }

    static String path(String id) {
        return "/runs/" + id;
    }

    /** Answers, and writes that down at once, however long the answer is held back. */
    ExemptAnswer answer(SeenRequest seen, Instant now) {
        Sent sent = (seen.isPreflight() ? toPreflights : toRequests).to(seen);
        journal.write(
                number -> Exchange.of(number, now, seen, sent.answer().status(), sent.headers()));
        return sent.answer();
    }

    /** An answer, and what is written down of it. */
    private record Sent(ExemptAnswer answer, List<Exchange.SentHeader> headers) {

        static Sent of(Reply reply, List<ExemptAnswer.Line> lines, String body) {
            ExemptAnswer answer = ExemptAnswer.of(reply.status(), lines, body, reply.delay());
            return new Sent(
                    answer,
                    answer.headers().stream()
                            .map(line -> new Exchange.SentHeader(line.name(), line.value()))
                            .toList());
        }
    }

    /**
     * What is sent for a reply: the same object each time, unless it depends on the request, so
     * that a journal full of it takes little.
     */
    private static final class Answering {

        private final Reply reply;
        private final List<ExemptAnswer.Line> own = new ArrayList<>();
        private final String body;
        private final Optional<Sent> always;

        Answering(Reply reply, String body) {
            this.reply = reply;
            this.body = body;
            if (reply.redirect() != null) {
                own.add(new ExemptAnswer.Line("Location", path(reply.redirect().run())));
            }
            boolean depends =
                    reply.headers().stream().anyMatch(ReplyHeader::echoesOrigin)
                            || (reply.cookie() != null && reply.cookie().method() != null);
            this.always =
                    depends ? Optional.empty() : Optional.of(Sent.of(reply, lines(null, ""), body));
        }

        Sent to(SeenRequest seen) {
            return always.orElseGet(
                    () -> Sent.of(reply, lines(seen.origin(), seen.method()), body));
        }

        private List<ExemptAnswer.Line> lines(@Nullable String origin, String method) {
            List<ExemptAnswer.Line> lines = new ArrayList<>();
            for (ReplyHeader header : reply.headers()) {
                String value = header.echoesOrigin() ? echo(origin) : header.value();
                if (value != null) {
                    lines.add(new ExemptAnswer.Line(header.name(), value));
                }
            }
            if (reply.cookie() != null && reply.cookie().isSetBy(method)) {
                lines.add(new ExemptAnswer.Line("Set-Cookie", reply.cookie().serialized()));
            }
            lines.addAll(own);
            return lines;
        }
    }

    private static @Nullable String echo(@Nullable String origin) {
        return origin != null && ORIGIN.matcher(origin).matches() ? origin : null;
    }

    /** Ends what follows it. */
    void end() {
        journal.close();
    }
}

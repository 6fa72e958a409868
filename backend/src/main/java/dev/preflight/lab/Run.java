package dev.preflight.lab;

import dev.preflight.lab.description.Reply;
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
    private final Answering toRequests;
    private final Answering toPreflights;

    Run(String id, RunRequest request, Instant expiresAt, Journal journal) {
        this.id = id;
        this.request = request;
        this.expiresAt = expiresAt;
        this.journal = journal;
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

    static String path(String id) {
        return "/runs/" + id;
    }

    /** Answers, and writes that down at once, however long the answer is held back. */
    ExemptAnswer answer(SeenRequest seen, Instant now) {
        ExemptAnswer answer = (seen.isPreflight() ? toPreflights : toRequests).to(seen);
        journal.write(number -> Exchange.of(number, now, seen, answer));
        return answer;
    }

    /**
     * What is sent for a reply: the same objects each time, but for lines that repeat the Origin,
     * so that a journal full of it takes little.
     */
    private static final class Answering {

        private final Reply reply;
        private final ExemptAnswer withCookie;
        private final ExemptAnswer withoutCookie;
        private final boolean echoesOrigin;

        Answering(Reply reply, String body) {
            this.reply = reply;
            this.withCookie = answer(reply, body, true);
            this.withoutCookie = answer(reply, body, false);
            this.echoesOrigin = withoutCookie.headers().stream().anyMatch(Answering::echoesOrigin);
        }

        private static ExemptAnswer answer(Reply reply, String body, boolean withCookie) {
            List<ExemptAnswer.Line> lines = new ArrayList<>();
            reply.headers()
                    .forEach(
                            header ->
                                    lines.add(
                                            new ExemptAnswer.Line(header.name(), header.value())));
            if (withCookie && reply.cookie() != null) {
                lines.add(new ExemptAnswer.Line("Set-Cookie", reply.cookie().serialized()));
            }
            if (reply.redirect() != null) {
                lines.add(new ExemptAnswer.Line("Location", path(reply.redirect().run())));
            }
            return ExemptAnswer.of(reply.status(), lines, body, reply.delay());
        }

        ExemptAnswer to(SeenRequest seen) {
            ExemptAnswer answer =
                    reply.cookie() != null && reply.cookie().isSetBy(seen.method())
                            ? withCookie
                            : withoutCookie;
            return echoesOrigin
                    ? new ExemptAnswer(
                            answer.status(),
                            echoing(answer.headers(), seen.origin()),
                            answer.body(),
                            answer.delay())
                    : answer;
        }

        private static List<ExemptAnswer.Line> echoing(
                List<ExemptAnswer.Line> lines, @Nullable String origin) {
            List<ExemptAnswer.Line> sent = new ArrayList<>();
            for (ExemptAnswer.Line line : lines) {
                if (!echoesOrigin(line)) {
                    sent.add(line);
                } else if (origin != null && ORIGIN.matcher(origin).matches()) {
                    sent.add(new ExemptAnswer.Line(line.name(), origin));
                }
            }
            return List.copyOf(sent);
        }

        private static boolean echoesOrigin(ExemptAnswer.Line line) {
            return line.name().equalsIgnoreCase("Access-Control-Allow-Origin")
                    && line.value().equals("{origin}");
        }
    }

    /** Ends what follows it. */
    void end() {
        journal.close();
    }
}

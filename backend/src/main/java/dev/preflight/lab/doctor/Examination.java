package dev.preflight.lab.doctor;

import dev.preflight.lab.doctor.PlainClient.Result;
import dev.preflight.lab.doctor.PlainClient.Sent;
import dev.preflight.lab.fetch.Classification;
import dev.preflight.lab.fetch.FetchAnswer;
import dev.preflight.lab.fetch.FetchCall;
import dev.preflight.lab.fetch.HeaderLine;
import dev.preflight.lab.fetch.Methods;
import dev.preflight.lab.fetch.PreflightVerdict;
import dev.preflight.lab.fetch.ReadableResponse;
import dev.preflight.lab.fetch.Step;

import org.jspecify.annotations.Nullable;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * What was sent in a call's place, and what came back: the preflight if it needs one, and then the
 * request, unless it could change something and nobody said that it may. What allows the page with
 * credentials is sent once more, as if from an origin that no server can know.
 *
 * @param preflight null where there is none
 * @param request null where it was not sent
 * @param allowsStrangers whether the server allows an origin that it cannot know, with credentials
 */
record Examination(
        Classification classification,
        @Nullable Result preflight,
        @Nullable Result request,
        boolean allowsStrangers) {

    /** No page has it (RFC 2606 §2). */
    private static final String STRANGER = "https://preflight-doctor.invalid";

    /** How much longer than the page a stranger may wait: the diagnosis is known without it. */
    private static final Duration STRANGERS_PATIENCE = Duration.ofSeconds(5);

    /** What it means that strangers are allowed. */
    static final String WARNING =
            "The answer also allows "
                    + STRANGER
                    + ", an origin that the Doctor made up, with credentials, so every site can"
                    + " call it as whoever visits it. Name an origin back only if it is on your"
                    + " list.";

    /**
     * Examines a call that {@code fetch} takes.
     *
     * @param address of the call, as {@link #address} reads it
     * @param body to send, or null
     * @param mayRun whether a method other than GET and HEAD may be sent, and so run
     * @param patience for all of it
     */
    static Examination of(
            FetchCall call, URI address, @Nullable String body, boolean mayRun, Duration patience)
            throws InterruptedException {
        return of(call, address, body, mayRun, patience, STRANGERS_PATIENCE);
    }

    /** The same with another patience of the stranger. */
    static Examination of(
            FetchCall call,
            URI address,
            @Nullable String body,
            boolean mayRun,
            Duration patience,
            Duration strangersPatience)
            throws InterruptedException {
        Classification classification = Classification.of(call);
        try (PlainClient client = new PlainClient(patience)) {
            Classification.Question question = classification.preflight();
            Result preflight =
                    question == null
                            ? null
                            : client.send(preflight(call.origin(), address, question));
            boolean isRepeatable = Methods.isRepeatable(classification.method());
            // What cannot be reached once is not tried twice; and what a browser would never send
            // is not run in its place.
            boolean sendsRequest =
                    !(preflight instanceof Result.Failed)
                            && (isRepeatable || (mayRun && allows(call, question, preflight)));
            Result request =
                    sendsRequest ? client.send(request(call, classification, address, body)) : null;
            Predicate<FetchAnswer> allowsStranger =
                    isRepeatable
                            ? answer -> allowsCredentials(STRANGER, answer)
                            : answer ->
                                    admits(
                                            STRANGER,
                                            FetchCall.CredentialsMode.INCLUDE,
                                            question,
                                            answer);
            boolean allowsStrangers =
                    classification.outcome() == Classification.Outcome.CORS
                            && allowsStrangers(
                                    client,
                                    call.origin(),
                                    isRepeatable ? request : preflight,
                                    allowsStranger,
                                    strangersPatience);
            return new Examination(classification, preflight, request, allowsStrangers);
        }
    }

    /** Sends once more, from elsewhere, what allowed the page with credentials. */
    private static boolean allowsStrangers(
            PlainClient client,
            String origin,
            @Nullable Result result,
            Predicate<FetchAnswer> allowsStranger,
            Duration strangersPatience)
            throws InterruptedException {
        if (!(result instanceof Result.Answered answered)
                || !allowsCredentials(origin, answered.answer())) {
            return false;
        }
        Sent sent = answered.sent();
        List<HeaderLine> headers =
                sent.headers().stream()
                        .map(
                                line ->
                                        line.name().equalsIgnoreCase("origin")
                                                ? new HeaderLine(line.name(), STRANGER)
                                                : line)
                        .toList();
        Sent again = new Sent(sent.method(), sent.url(), headers, sent.body());
        Duration most = strangersPatience.plusMillis(answered.millis());
        return client.send(again, most) instanceof Result.Answered other
                && allowsStranger.test(other.answer());
    }

    /** Whether a preflight's answer lets a page send the request. */
    private static boolean admits(
            String origin,
            FetchCall.CredentialsMode credentials,
            Classification.@Nullable Question question,
            FetchAnswer answer) {
        return question != null
                && PreflightVerdict.of(origin, credentials, question, answer).allowed();
    }

    private static boolean allowsCredentials(String origin, FetchAnswer answer) {
        return Step.reason(
                        ReadableResponse.of(origin, FetchCall.CredentialsMode.INCLUDE, answer)
                                .trace())
                .isEmpty();
    }

    private static boolean allows(
            FetchCall call, Classification.@Nullable Question question, @Nullable Result result) {
        return question == null
                || (result instanceof Result.Answered answered
                        && admits(call.origin(), call.credentials(), question, answered.answer()));
    }

    private static Sent preflight(String origin, URI address, Classification.Question question) {
        List<HeaderLine> headers = new ArrayList<>();
        headers.add(new HeaderLine("Origin", origin));
        headers.add(new HeaderLine("Access-Control-Request-Method", question.method()));
        if (!question.headers().isEmpty()) {
            headers.add(
                    new HeaderLine(
                            "Access-Control-Request-Headers",
                            String.join(",", question.headers())));
        }
        return new Sent("OPTIONS", address, headers, null);
    }

    /** Fetch, "append a request `Origin` header": a GET within one origin has none. */
    private static Sent request(
            FetchCall call, Classification classification, URI address, @Nullable String body) {
        List<HeaderLine> headers = new ArrayList<>();
        if (classification.outcome() == Classification.Outcome.CORS
                || !Methods.isRepeatable(classification.method())) {
            headers.add(new HeaderLine("Origin", call.origin()));
        }
        headers.addAll(classification.headers());
        return new Sent(classification.method(), address, headers, body);
    }

    /**
     * An http or https address without user name and password, as it is called: without the part
     * after #, and with what only browsers admit in an address escaped.
     *
     * @throws URISyntaxException if it is none
     */
    static URI address(String url) throws URISyntaxException {
        StringBuilder escaped = new StringBuilder();
        String called = url.split("#", 2)[0];
        for (int i = 0; i < called.length(); i++) {
            char next = called.charAt(i);
            escaped.append(
                    "\"<>\\^`{|} ".indexOf(next) < 0 ? next : "%%%02X".formatted((int) next));
        }
        URI address = new URI(escaped.toString());
        if (Classification.origin(escaped.toString()).isEmpty() || address.getUserInfo() != null) {
            throw new URISyntaxException("", "no http or https address without user information");
        }
        return address;
    }
}

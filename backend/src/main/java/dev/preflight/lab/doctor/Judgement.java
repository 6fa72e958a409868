package dev.preflight.lab.doctor;

import dev.preflight.lab.doctor.PlainClient.Result;
import dev.preflight.lab.fetch.Classification;
import dev.preflight.lab.fetch.Classification.Question;
import dev.preflight.lab.fetch.FetchCall;
import dev.preflight.lab.fetch.PreflightVerdict;
import dev.preflight.lab.fetch.ReadableResponse;
import dev.preflight.lab.fetch.Step;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What a browser would make of what came back.
 *
 * @param what it comes to, in a sentence
 * @param why it is so
 * @param todo what to do; empty where there is nothing to do
 * @param reason the step that failed; null where none did
 * @param failure why nothing came back; null where something did
 * @param steps all of them, in order
 * @param missing the lines that the answer lacks, as they are to be sent
 */
record Judgement(
        Verdict verdict,
        String what,
        String why,
        String todo,
        @Nullable Taken reason,
        @Nullable Failure failure,
        List<Taken> steps,
        List<String> missing) {

    /** May the page read the answer? */
    enum Verdict {
        ALLOWED,
        BLOCKED,
        /** The answer leads elsewhere, where nobody has looked. */
        REDIRECTED,
        UNREACHABLE;

        /** Such as {@code allowed}. */
        String id() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** As the Doctor's page says it. */
        String word() {
            return name().charAt(0) + id().substring(1);
        }
    }

    /** What a step is about. */
    enum Stage {
        /** Whether {@code fetch} takes the call. */
        CALL,
        /** Whether there is a preflight: steps that fail are why. */
        NEED,
        /** The preflight's answer. */
        PREFLIGHT,
        /** The request's answer. */
        RESPONSE
    }

    /** A step, and what it is about. */
    record Taken(Stage stage, Step step) {

        /** Such as {@code pass}; {@code preflight} where it only means that the browser asks. */
        String outcome() {
            return stage == Stage.NEED && step.outcome() == Step.Outcome.FAIL
                    ? "preflight"
                    : step.outcome().name().toLowerCase(Locale.ROOT);
        }
    }

    /** Judges what came back for a call. */
    static Judgement of(FetchCall call, Examination examination) {
        Classification classification = examination.classification();
        List<Taken> steps = new ArrayList<>();
        add(Stage.CALL, classification.construction(), steps);
        add(Stage.NEED, classification.need(), steps);
        Question question = classification.preflight();
        if (examination.preflight() instanceof Result.Failed failed) {
            return unreachable(failed.failure(), steps);
        }
        if (examination.preflight() instanceof Result.Answered answered && question != null) {
            List<Step> trace =
                    PreflightVerdict.of(
                                    call.origin(), call.credentials(), question, answered.answer())
                            .trace();
            add(Stage.PREFLIGHT, trace, steps);
            if (Step.reason(trace).isPresent()) {
                return blocked(call, question, Stage.PREFLIGHT, Step.reason(trace).get(), steps);
            }
        }
        return switch (examination.request()) {
            case null -> unsent(classification, steps);
            case Result.Failed failed -> unreachable(failed.failure(), steps);
            case Result.Answered answered -> response(call, classification, answered, steps);
        };
    }

    private static Judgement response(
            FetchCall call,
            Classification classification,
            Result.Answered answered,
            List<Taken> steps) {
        int status = answered.answer().status();
        if (classification.outcome() == Classification.Outcome.CORS) {
            List<Step> trace =
                    ReadableResponse.of(call.origin(), call.credentials(), answered.answer())
                            .trace();
            add(Stage.RESPONSE, trace, steps);
            if (Step.reason(trace).isPresent()) {
                return blocked(
                        call,
                        classification.preflight(),
                        Stage.RESPONSE,
                        Step.reason(trace).get(),
                        steps);
            }
        }
        String location =
                answered.answer().headers().stream()
                        .filter(line -> line.name().equalsIgnoreCase("location"))
                        .map(line -> line.value())
                        .findFirst()
                        .orElse("");
        if (answered.answer().isRedirect() && !location.isEmpty()) {
            return new Judgement(
                    Verdict.REDIRECTED,
                    "The answer, %d, redirects to %s, which the browser asks next."
                            .formatted(status, location),
                    "Each address on the way has to allow the page, the last one too.",
                    "Call the final address in the page, or examine that one.",
                    null,
                    null,
                    steps,
                    List.of());
        }
        return allowed("The page may read the answer, with status " + status + ".", steps);
    }

    private static Judgement unsent(Classification classification, List<Taken> steps) {
        return allowed(
                "The browser may send the %s; it was not sent here, so what its answer allows is not known."
                        .formatted(classification.method()),
                steps);
    }

    private static Judgement allowed(String what, List<Taken> steps) {
        return new Judgement(
                Verdict.ALLOWED,
                what,
                "Every step that could stop it was passed.",
                "",
                null,
                null,
                steps,
                List.of());
    }

    private static Judgement unreachable(Failure failure, List<Taken> steps) {
        return new Judgement(
                Verdict.UNREACHABLE,
                failure.detail(),
                "Until there is an answer, CORS has nothing to decide.",
                failure.kind() == Failure.Kind.TOO_LARGE
                        ? "Shorten the headers of its answer first."
                        : "Bring the server up at this address first.",
                null,
                failure,
                steps,
                List.of());
    }

    private static Judgement blocked(
            FetchCall call,
            @Nullable Question question,
            Stage stage,
            Step reason,
            List<Taken> steps) {
        return new Judgement(
                Verdict.BLOCKED,
                reason.what(),
                String.valueOf(reason.why()),
                String.valueOf(reason.todo()),
                new Taken(stage, reason),
                null,
                steps,
                missing(call, question, reason));
    }

    private static List<String> missing(FetchCall call, @Nullable Question question, Step reason) {
        List<String> origin =
                List.of("Access-Control-Allow-Origin: " + call.origin(), "Vary: Origin");
        return switch (reason.rule()) {
            case ALLOW_ORIGIN_PRESENT, ALLOW_ORIGIN_NOT_WILDCARD, ALLOW_ORIGIN_MATCHES -> origin;
            case ALLOW_CREDENTIALS_TRUE -> List.of("Access-Control-Allow-Credentials: true");
            case ALLOW_METHODS_VALID, METHOD_ALLOWED ->
                    question == null
                            ? List.of()
                            : List.of("Access-Control-Allow-Methods: " + question.method());
            case ALLOW_HEADERS_VALID, HEADER_ALLOWED, NON_WILDCARD_HEADER_ALLOWED ->
                    question == null
                            ? List.of()
                            : List.of(
                                    "Access-Control-Allow-Headers: "
                                            + String.join(", ", question.headers()));
            default -> List.of();
        };
    }

    private static void add(Stage stage, List<Step> trace, List<Taken> steps) {
        trace.forEach(step -> steps.add(new Taken(stage, step)));
    }
}

package dev.preflight.lab.fetch;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Optional;

/**
 * One step that a browser takes, in the order of the standard.
 *
 * @param what happened, in a sentence
 * @param why the rule exists; of a step that failed alone
 * @param todo what to do about it; of a step that failed alone
 */
public record Step(
        Rule rule, Outcome outcome, String what, @Nullable String why, @Nullable String todo) {

    /** After the first step that failed, the answer is settled. */
    public enum Outcome {
        PASS,
        FAIL,
        NOTE
    }

    static Step pass(Rule rule, String what) {
        return new Step(rule, Outcome.PASS, what, null, null);
    }

    static Step fail(Rule rule, String what, String why, String todo) {
        return new Step(rule, Outcome.FAIL, what, why, todo);
    }

    /** A step that changes or tells something without deciding. */
    static Step note(Rule rule, String what) {
        return new Step(rule, Outcome.NOTE, what, null, null);
    }

    /** The first step that failed: the reason for a no; empty if the answer is yes. */
    public static Optional<Step> reason(List<Step> trace) {
        return trace.stream().filter(step -> step.outcome() == Outcome.FAIL).findFirst();
    }
}

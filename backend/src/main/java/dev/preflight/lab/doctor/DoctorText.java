package dev.preflight.lab.doctor;

import dev.preflight.lab.doctor.Judgement.Stage;
import dev.preflight.lab.doctor.Judgement.Taken;
import dev.preflight.lab.doctor.PlainClient.Result;
import dev.preflight.lab.fetch.FetchCall;
import dev.preflight.lab.fetch.HeaderLine;
import dev.preflight.lab.fetch.Rule;

import org.jspecify.annotations.Nullable;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** A judgement for somebody at a terminal. */
final class DoctorText {

    /** Those of the Doctor's page. */
    private static final Map<String, String> WORDS =
            Map.of(
                    "pass", "Passed",
                    "fail", "Stopped here",
                    "note", "Note",
                    "preflight", "Preflight");

    /** What could move a terminal's cursor, or turn or hide what it shows. */
    private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{Cc}\\p{Cf}&&[^\\n]]");

    private final StringBuilder text = new StringBuilder();

    private DoctorText() {}

    static String of(FetchCall call, Examination examination, Judgement judgement) {
        DoctorText text = new DoctorText();
        text.line(
                "%s %s by a page of %s, credentials mode %s"
                        .formatted(
                                examination.classification().method(),
                                call.url(),
                                call.origin(),
                                call.credentials()
                                        .name()
                                        .toLowerCase(Locale.ROOT)
                                        .replace('_', '-')));
        text.steps(judgement, Stage.CALL);
        text.steps(judgement, Stage.NEED);
        text.exchange("The preflight", examination.preflight());
        text.steps(judgement, Stage.PREFLIGHT);
        text.exchange("The request", examination.request());
        text.steps(judgement, Stage.RESPONSE);
        text.verdict(judgement);
        if (examination.allowsStrangers()) {
            text.line("  Warning: " + Examination.WARNING);
        }
        return printable(text.text.toString());
    }

    /** Whatever a server sent can be shown at a terminal. */
    static String printable(String text) {
        return UNPRINTABLE.matcher(text).replaceAll("?");
    }

    private void line(String line) {
        text.append(line).append('\n');
    }

    private void steps(Judgement judgement, Stage stage) {
        for (Taken taken : judgement.steps()) {
            if (taken.stage() == stage) {
                Rule rule = taken.step().rule();
                line("  %-12s  %s".formatted(WORDS.get(taken.outcome()), taken.step().what()));
                line(" ".repeat(16) + "Fetch, " + rule.section() + ": " + rule.url());
            }
        }
    }

    private void exchange(String name, @Nullable Result result) {
        switch (result) {
            case null -> {
                // There was none.
            }
            case Result.Failed failed -> {
                line("");
                line(name + ": " + failed.sent().method() + ", no answer");
            }
            case Result.Answered answered -> {
                line("");
                line(
                        "%s: %s, answered with %d after %d ms, %s"
                                .formatted(
                                        name,
                                        answered.sent().method(),
                                        answered.answer().status(),
                                        answered.millis(),
                                        answered.httpVersion()));
                for (HeaderLine header : answered.answer().headers()) {
                    line("    " + header.name() + ": " + header.value());
                }
            }
        }
    }

    private void verdict(Judgement judgement) {
        line("");
        Taken reason = judgement.reason();
        String by = reason == null ? "" : " by the rule " + reason.step().rule().id();
        line(judgement.verdict().word() + by + ": " + judgement.what());
        line("  Why: " + judgement.why());
        if (!judgement.todo().isEmpty()) {
            line("  What to do: " + judgement.todo());
        }
        if (!judgement.missing().isEmpty()) {
            String where =
                    reason != null && reason.stage() == Stage.PREFLIGHT
                            ? "the preflight’s answer"
                            : "the answer";
            line("  Add to " + where + ":");
            judgement.missing().forEach(missing -> line("    " + missing));
        }
    }
}

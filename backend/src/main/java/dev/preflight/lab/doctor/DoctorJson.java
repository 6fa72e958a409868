package dev.preflight.lab.doctor;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;

import dev.preflight.lab.doctor.Judgement.Taken;
import dev.preflight.lab.doctor.PlainClient.Result;
import dev.preflight.lab.fetch.HeaderLine;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.StringWriter;
import java.util.Locale;

/** A judgement for a program; the names of its fields are stable. */
final class DoctorJson {

    /** What is beyond is escaped, so that nothing a server sent can steer a terminal. */
    private static final int LAST_PRINTABLE = '~';

    private final JsonGenerator json;

    private DoctorJson(JsonGenerator json) {
        this.json = json;
    }

    static String of(Examination examination, Judgement judgement) throws IOException {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = new JsonFactory().createGenerator(text)) {
            json.setHighestNonEscapedChar(LAST_PRINTABLE);
            new DoctorJson(json.useDefaultPrettyPrinter()).write(examination, judgement);
        }
        return text.toString();
    }

    private void write(Examination examination, Judgement judgement) throws IOException {
        Taken reason = judgement.reason();
        Failure failure = judgement.failure();
        json.writeStartObject();
        json.writeStringField("verdict", judgement.verdict().id());
        text("rule", reason == null ? null : reason.step().rule().id());
        text("failure", failure == null ? null : failure.kind().id());
        json.writeStringField("what", judgement.what());
        json.writeStringField("why", judgement.why());
        text("todo", judgement.todo().isEmpty() ? null : judgement.todo());
        text("section", reason == null ? null : reason.step().rule().url());
        json.writeArrayFieldStart("missing");
        for (String line : judgement.missing()) {
            json.writeString(line);
        }
        json.writeEndArray();
        text("warning", examination.allowsStrangers() ? Examination.WARNING : null);
        exchange("preflight", examination.preflight());
        exchange("request", examination.request());
        json.writeArrayFieldStart("steps");
        for (Taken taken : judgement.steps()) {
            step(taken);
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private void text(String name, @Nullable String value) throws IOException {
        if (value == null) {
            json.writeNullField(name);
        } else {
            json.writeStringField(name, value);
        }
    }

    private void exchange(String name, @Nullable Result result) throws IOException {
        if (!(result instanceof Result.Answered answered)) {
            json.writeNullField(name);
            return;
        }
        json.writeObjectFieldStart(name);
        json.writeStringField("method", answered.sent().method());
        json.writeStringField("url", answered.sent().url().toString());
        json.writeNumberField("status", answered.answer().status());
        json.writeArrayFieldStart("headers");
        for (HeaderLine header : answered.answer().headers()) {
            json.writeStartObject();
            json.writeStringField("name", header.name());
            json.writeStringField("value", header.value());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeNumberField("millis", answered.millis());
        json.writeStringField("httpVersion", answered.httpVersion());
        json.writeEndObject();
    }

    private void step(Taken taken) throws IOException {
        json.writeStartObject();
        json.writeStringField("of", taken.stage().name().toLowerCase(Locale.ROOT));
        json.writeStringField("rule", taken.step().rule().id());
        json.writeStringField("outcome", taken.outcome());
        json.writeStringField("what", taken.step().what());
        json.writeStringField("section", taken.step().rule().url());
        json.writeEndObject();
    }
}

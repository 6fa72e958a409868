package dev.preflight.lab.doctor;

import com.fasterxml.jackson.annotation.JsonInclude;

import dev.preflight.lab.doctor.PlainClient.Result;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;

import org.jspecify.annotations.Nullable;

import java.util.List;

/** What came back to the server, in the place of a page. */
@Serdeable
@JsonInclude(JsonInclude.Include.ALWAYS)
@Schema(
        name = "DoctorResponse",
        description = "What came back to the server, in the place of a page.")
record DoctorResponse(
        @Schema(
                        requiredMode = Schema.RequiredMode.REQUIRED,
                        description = "The preflight's answer; null where none was sent.")
                @Nullable DoctorExchange preflight,
        @Schema(
                        requiredMode = Schema.RequiredMode.REQUIRED,
                        description = "The request's answer; null where it was not sent.")
                @Nullable DoctorExchange request,
        @Schema(
                        requiredMode = Schema.RequiredMode.REQUIRED,
                        description = "Why there was no answer; null where there was.")
                @Nullable DoctorFailure failure,
        @Schema(
                        requiredMode = Schema.RequiredMode.REQUIRED,
                        description =
                                "Whether an origin that was made up is allowed with credentials,"
                                    + " and so every site. False, too, where that got no answer in"
                                    + " time.")
                boolean allowsStrangers) {

    static DoctorResponse of(Examination examination) {
        return new DoctorResponse(
                exchange(examination.preflight()),
                exchange(examination.request()),
                failure(examination.preflight(), examination.request()),
                examination.allowsStrangers());
    }

    private static @Nullable DoctorExchange exchange(@Nullable Result result) {
        return result instanceof Result.Answered answered
                ? new DoctorExchange(
                        answered.sent().method(),
                        answered.sent().url().toString(),
                        answered.answer().status(),
                        answered.answer().headers().stream()
                                .map(line -> new ReceivedHeader(line.name(), line.value()))
                                .toList(),
                        answered.millis(),
                        answered.httpVersion())
                : null;
    }

    private static @Nullable DoctorFailure failure(
            @Nullable Result preflight, @Nullable Result request) {
        if (preflight instanceof Result.Failed failed) {
            return new DoctorFailure(
                    "preflight", failed.failure().kind().id(), failed.failure().detail());
        }
        if (request instanceof Result.Failed failed) {
            return new DoctorFailure(
                    "request", failed.failure().kind().id(), failed.failure().detail());
        }
        return null;
    }

    /** One request, and the head of its answer. */
    @Serdeable
    @JsonInclude(JsonInclude.Include.ALWAYS)
    @Schema(name = "DoctorExchange")
    record DoctorExchange(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED) String method,
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED) String url,
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED) int status,
            @Schema(
                            requiredMode = Schema.RequiredMode.REQUIRED,
                            description = "Each line of the answer, by name.")
                    List<ReceivedHeader> headers,
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED) long millis,
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED) String httpVersion) {}

    /** One header line of an answer. */
    @Serdeable
    @JsonInclude(JsonInclude.Include.ALWAYS)
    @Schema(name = "ReceivedHeader")
    record ReceivedHeader(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED) String name,
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED) String value) {}

    /** Why there was no answer. */
    @Serdeable
    @JsonInclude(JsonInclude.Include.ALWAYS)
    @Schema(name = "DoctorFailure")
    record DoctorFailure(
            @Schema(
                            requiredMode = Schema.RequiredMode.REQUIRED,
                            type = "string",
                            allowableValues = {"preflight", "request"})
                    String of,
            @Schema(
                            requiredMode = Schema.RequiredMode.REQUIRED,
                            type = "string",
                            allowableValues = {
                                "unreachable",
                                "timeout",
                                "tls",
                                "dns",
                                "not-http",
                                "too-large"
                            })
                    String kind,
            @Schema(
                            requiredMode = Schema.RequiredMode.REQUIRED,
                            description = "What happened and what to check, for a person.")
                    String detail) {}
}

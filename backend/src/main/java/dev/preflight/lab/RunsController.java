package dev.preflight.lab;

import dev.preflight.lab.description.Reply;
import dev.preflight.lab.description.RunRequest;
import dev.preflight.sessions.Session;
import dev.preflight.web.Problem;
import dev.preflight.web.throttling.Crowded;
import dev.preflight.web.throttling.TooManyRequests;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Status;
import io.micronaut.http.server.util.HttpClientAddressResolver;
import io.micronaut.http.sse.Event;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;

import jakarta.validation.Valid;

import org.jspecify.annotations.Nullable;

import reactor.core.publisher.Flux;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The Lab over HTTP: starts runs and shows their journals, under all rules of the API. */
@Controller("/api/lab/runs")
@Secured(SecurityRule.IS_ANONYMOUS)
@Tag(name = "Lab")
class RunsController {

    /** Says in the API's description that a call answers a 404 once the run is over. */
    @Retention(RetentionPolicy.RUNTIME)
    @Target(ElementType.METHOD)
    @ApiResponse(
            responseCode = "404",
            description = "There is no such run, or it is over.",
            content =
                    @Content(
                            mediaType = Problem.MEDIA_TYPE,
                            schema = @Schema(implementation = Problem.class)))
    private @interface MayBeOver {}

    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,18}");

    /** A stream ends when its reader goes, which may be soon. */
    private static final Duration TO_FIND_A_STREAM_FREE = Duration.ofSeconds(10);

    private final Runs runs;
    private final Streams streams;
    private final HttpClientAddressResolver addresses;

    RunsController(Runs runs, Streams streams, HttpClientAddressResolver addresses) {
        this.runs = runs;
        this.streams = streams;
        this.addresses = addresses;
    }

    @Post
    @Status(HttpStatus.CREATED)
    @Operation(operationId = "startRun", summary = "Start a run, which lives for ten minutes")
    @ApiResponse(
            responseCode = "201",
            description = "The run; its journal is at the address in Location.",
            content = @Content(schema = @Schema(implementation = CreatedRun.class)))
    @Crowded
    HttpResponse<?> start(
            @Valid @Body RunRequest run, HttpRequest<?> request, @Nullable Session session) {
        List<Problem.Violation> violations = new ArrayList<>();
        check("preflight", run.preflight(), violations);
        check("response", run.response(), violations);
        if (!violations.isEmpty()) {
            return Problem.invalidInput(violations).toResponse();
        }
        return switch (runs.start(run, Caller.of(request, addresses, session))) {
            case Runs.Start.Started started ->
                    HttpResponse.created(
                            CreatedRun.of(started.run()),
                            URI.create("/api/lab/runs/" + started.run().id()));
            case Runs.Start.Full full ->
                    TooManyRequests.response(
                            "too-many-runs",
                            "There are too many runs",
                            "There are as many runs as there may be, yours, your network's or"
                                    + " everybody's. Each is gone after ten minutes: wait %s, then"
                                    + " try again.",
                            full.retryAfter());
        };
    }

    /** A redirect leads to another run, and nowhere else. */
    private void check(String field, @Nullable Reply reply, List<Problem.Violation> violations) {
        if (reply == null || reply.redirect() == null) {
            return;
        }
        if (!reply.hasRedirectStatus()) {
            violations.add(
                    new Problem.Violation(
                            field + ".status",
                            "With a redirect the status is 301, 302, 303, 307 or 308."));
        }
        if (runs.find(reply.redirect().run()).isEmpty()) {
            violations.add(
                    new Problem.Violation(
                            field + ".redirect.run",
                            "There is no such run: start the one that it leads to first."));
        }
    }

    @Get("/{id}")
    @Operation(operationId = "readRun", summary = "A run and its journal")
    @ApiResponse(
            responseCode = "200",
            description = "The run.",
            content = @Content(schema = @Schema(implementation = RunResponse.class)))
    @MayBeOver
    HttpResponse<?> read(String id) {
        return runs.find(id)
                .<HttpResponse<?>>map(run -> HttpResponse.ok(RunResponse.of(run)))
                .orElseGet(RunsController::noSuchRun);
    }

    @Delete("/{id}")
    @Status(HttpStatus.NO_CONTENT)
    @Operation(operationId = "endRun", summary = "End a run before its time, if it still lives")
    @ApiResponse(responseCode = "204", description = "It is over; its address answers 404.")
    void end(String id) {
        runs.end(id);
    }

    @Get(value = "/{id}/events", produces = MediaType.TEXT_EVENT_STREAM, headRoute = false)
    @Operation(
            operationId = "followRun",
            summary = "A run's journal as it is written, until the run is over")
    @ApiResponse(
            responseCode = "200",
            description =
                    "Events of the type exchange, each with the exchange's number as its id; those"
                            + " after Last-Event-ID.",
            content =
                    @Content(
                            mediaType = MediaType.TEXT_EVENT_STREAM,
                            schema = @Schema(implementation = Exchange.class)))
    @MayBeOver
    @Crowded
    HttpResponse<?> follow(
            String id,
            @Header("Last-Event-ID") @Nullable String lastEventId,
            HttpRequest<?> request,
            @Nullable Session session) {
        Optional<Run> run = runs.find(id);
        if (run.isEmpty()) {
            return noSuchRun();
        }
        Optional<Flux<Event<String>>> stream =
                streams.follow(
                        run.get(), number(lastEventId), Caller.of(request, addresses, session));
        return stream.<HttpResponse<?>>map(
                        events ->
                                HttpResponse.ok(events)
                                        .contentType(MediaType.TEXT_EVENT_STREAM_TYPE)
                                        // Else nginx would collect them.
                                        .header("X-Accel-Buffering", "no"))
                .orElseGet(
                        () ->
                                TooManyRequests.response(
                                        "too-many-streams",
                                        "There are too many streams",
                                        "As many journals are being followed as may be, by you, on"
                                            + " your network or by everybody: close another one, or"
                                            + " wait %s, then try again.",
                                        TO_FIND_A_STREAM_FREE));
    }

    /** Anything that is no number of ours means: from the beginning. */
    private static long number(@Nullable String lastEventId) {
        return lastEventId != null && NUMBER.matcher(lastEventId).matches()
                ? Long.parseLong(lastEventId)
                : 0;
    }

    private static HttpResponse<?> noSuchRun() {
        return Problem.of(
                        HttpStatus.NOT_FOUND,
                        "not-found",
                        "There is no such run",
                        "A run lives for ten minutes, and this one is over or never was: start"
                                + " another one.")
                .toResponse();
    }
}

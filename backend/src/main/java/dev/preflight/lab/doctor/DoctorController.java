package dev.preflight.lab.doctor;

import dev.preflight.lab.LabReach;
import dev.preflight.lab.fetch.Classification;
import dev.preflight.lab.fetch.HeaderLine;
import dev.preflight.lab.fetch.HeaderList;
import dev.preflight.lab.fetch.Step;
import dev.preflight.web.Problem;
import dev.preflight.web.Reach;
import dev.preflight.web.throttling.Crowded;
import dev.preflight.web.throttling.TooManyRequests;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;

import jakarta.validation.Valid;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;

/**
 * Repeats, as a plain client, a call that a browser blocked, and shows what the browser hides.
 *
 * <p>It calls any http or https address, those of this machine and its network too, because the API
 * that somebody develops is most often there. That is no way around anything: it exists in
 * development alone, for a server that only this machine can reach, and answers only programs on
 * it, which can call those addresses themselves, as the person can with curl. What is left to fear
 * is a web page in that person's browser, and no page can make it act or read what it says: its
 * body is JSON, so that a foreign page has to ask first, and the cross-origin policy and the origin
 * guard refuse whoever is not a listed client. It sends no cookies and follows no redirect, so what
 * it shows is what anybody would be shown. What is confidential in a call, such as an Authorization
 * header, comes in the body, goes to the address that the person gave, and is neither logged nor
 * kept.
 */
@Controller("/api/lab/doctor")
@Secured(SecurityRule.IS_ANONYMOUS)
@Tag(name = "Lab")
class DoctorController {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    /** Each keeps connections open for as long as a server makes it wait. */
    private static final int MOST_AT_ONCE = 2;

    private final LabReach reach;
    private final Semaphore places = new Semaphore(MOST_AT_ONCE);

    DoctorController(LabReach reach) {
        this.reach = reach;
    }

    @Post
    @Operation(
            operationId = "examine",
            summary = "Repeat a call as a plain client, in development, on one's own machine")
    @ApiResponse(
            responseCode = "200",
            description = "What came back, or why nothing did.",
            content = @Content(schema = @Schema(implementation = DoctorResponse.class)))
    @ApiResponse(
            responseCode = "403",
            description = "The request did not come from this machine.",
            content =
                    @Content(
                            mediaType = Problem.MEDIA_TYPE,
                            schema = @Schema(implementation = Problem.class)))
    @ApiResponse(
            responseCode = "404",
            description = "This server is not in development, or not at home.",
            content =
                    @Content(
                            mediaType = Problem.MEDIA_TYPE,
                            schema = @Schema(implementation = Problem.class)))
    @Crowded
    HttpResponse<?> examine(@Valid @Body DoctorRequest asked, HttpRequest<?> request)
            throws InterruptedException {
        if (!reach.hasDoctor()) {
            return off();
        }
        if (!Reach.isFromHere(request)) {
            return notFromHere();
        }
        List<Problem.Violation> violations = new ArrayList<>();
        URI address = check(asked, violations);
        if (!violations.isEmpty()) {
            return Problem.invalidInput(violations).toResponse();
        }
        if (!places.tryAcquire()) {
            return busy();
        }
        try {
            return HttpResponse.ok(
                    DoctorResponse.of(
                            Examination.of(
                                    asked.call(address),
                                    address,
                                    asked.body(),
                                    asked.repeatUnsafe(),
                                    PATIENCE)));
        } finally {
            places.release();
        }
    }

    private static URI check(DoctorRequest asked, List<Problem.Violation> violations) {
        for (int i = 0; i < asked.headers().size(); i++) {
            DoctorRequest.DoctorHeader header = asked.headers().get(i);
            if (HeaderList.isForbidden(new HeaderLine(header.name(), header.value()))) {
                violations.add(
                        new Problem.Violation(
                                "headers[" + i + "].name",
                                "Leave out %s: a page can't send it, the browser alone can."
                                        .formatted(header.name())));
            }
        }
        URI address = URI.create("http://localhost");
        try {
            address = Examination.address(asked.url());
        } catch (URISyntaxException none) {
            violations.add(
                    new Problem.Violation(
                            "url",
                            "Write a whole http or https address, without a user name and password"
                                    + " in it, and its host in ASCII."));
        }
        if (violations.isEmpty()) {
            Step.reason(Classification.of(asked.call(address)).construction())
                    .ifPresent(reason -> violations.add(violation(reason)));
        }
        return address;
    }

    /** All else that {@code fetch} refuses, fields and addresses have been checked for. */
    private static Problem.Violation violation(Step reason) {
        String field =
                switch (reason.rule()) {
                    case URL_USABLE -> "url";
                    case BODY_ALLOWED -> "body";
                    case HEADER_VALID -> "headers";
                    default -> "method";
                };
        return new Problem.Violation(field, reason.what() + " " + reason.todo());
    }

    private static HttpResponse<?> off() {
        return Problem.of(
                        HttpStatus.NOT_FOUND,
                        "doctor-off",
                        "This server repeats no requests",
                        "It does so in development on one's own machine alone: start it with mvn"
                                + " -Pdev, or run java -jar backend/target/preflight.jar doctor.")
                .toResponse();
    }

    private static HttpResponse<?> notFromHere() {
        return Problem.of(
                        HttpStatus.FORBIDDEN,
                        "not-from-here",
                        "The Doctor is for the person at this machine",
                        "The request came from elsewhere or through a proxy: open the Lab on the"
                                + " machine that the server runs on.")
                .toResponse();
    }

    private static HttpResponse<?> busy() {
        return TooManyRequests.response(
                "doctor-busy",
                "The Doctor is busy",
                "It repeats " + MOST_AT_ONCE + " requests at a time: wait %s, then try again.",
                PATIENCE);
    }
}

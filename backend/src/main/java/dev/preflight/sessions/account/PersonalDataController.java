package dev.preflight.sessions.account;

import dev.preflight.accounts.AccountId;
import dev.preflight.accounts.passwords.GivenPassword;
import dev.preflight.accounts.personal.Deletion;
import dev.preflight.accounts.personal.Export;
import dev.preflight.sessions.Session;
import dev.preflight.sessions.account.ExportFileWriter.ExportFile;
import dev.preflight.web.Problem;
import dev.preflight.web.throttling.Throttled;
import dev.preflight.web.throttling.TooManyAttempts;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;

import jakarta.validation.Valid;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.time.Duration;
import java.util.List;

/** Hands people all that the server knows of them, and deletes it for them. */
@Controller("/api/account")
@Secured(SecurityRule.IS_AUTHENTICATED)
@Tag(name = "Account")
class PersonalDataController {

    private static final Logger LOG = LoggerFactory.getLogger(PersonalDataController.class);

    /** When to ask again whether another export has come to its end. */
    private static final Duration EXPORT_PAUSE = Duration.ofSeconds(10);

    private final Export export;
    private final Deletion deletion;
    private final PasswordProof proof;
    private final OwnAccount own;

    PersonalDataController(Export export, Deletion deletion, PasswordProof proof, OwnAccount own) {
        this.export = export;
        this.deletion = deletion;
        this.proof = proof;
        this.own = own;
    }

    @Get("/export")
    @Operation(operationId = "exportAccount", summary = "All that the server knows of oneself")
    @ApiResponse(
            responseCode = "200",
            description = "A JSON object for saving, with a name for each kind of data.",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(type = "object")))
    @Throttled
    HttpResponse<?> export(HttpRequest<?> request, Session session) {
        return own.with(
                session,
                account -> {
                    // An answer without a body begins no export, which nobody would end.
                    if (request.getMethod() == HttpMethod.HEAD) {
                        return file();
                    }
                    return export(account.id());
                });
    }

    private HttpResponse<?> export(AccountId owner) {
        try {
            return export.of(owner)
                    .<HttpResponse<?>>map(json -> file().body(new ExportFile(json)))
                    .orElseGet(() -> new TooManyAttempts(EXPORT_PAUSE).toResponse());
        } catch (IOException failure) {
            LOG.error("an export could not be written: {}", failure.toString());
            return Problem.of(
                            HttpStatus.SERVICE_UNAVAILABLE,
                            "export-not-written",
                            "Your data cannot be handed over now",
                            "The server cannot write the file for it: try again later, or ask"
                                    + " whoever runs it.")
                    .toResponse();
        }
    }

    private static MutableHttpResponse<ExportFile> file() {
        return HttpResponse.<ExportFile>ok()
                .contentType(MediaType.APPLICATION_JSON_TYPE)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"preflight-export.json\"");
    }

    @Get("/deletion")
    @Operation(operationId = "previewDeletion", summary = "What would go with one's account")
    @ApiResponse(
            responseCode = "200",
            description = "How many of what.",
            content = @Content(schema = @Schema(implementation = DeletionResponse.class)))
    HttpResponse<?> previewDeletion(Session session) {
        return HttpResponse.ok(DeletionResponse.of(deletion.preview(session.accountId())));
    }

    @Post("/deletion")
    @Operation(operationId = "deleteAccount", summary = "Delete one's account for good")
    @ApiResponse(responseCode = "204", description = "Everything is gone; the cookies are cleared.")
    @ApiResponse(
            responseCode = "400",
            description = "The password is wrong.",
            content =
                    @Content(
                            mediaType = Problem.MEDIA_TYPE,
                            schema = @Schema(implementation = Problem.class)))
    @Throttled
    HttpResponse<?> delete(
            @Valid @Body DeletionRequest wanted, HttpRequest<?> request, Session session) {
        return own.with(
                session,
                account ->
                        switch (proof.of(
                                account, session, wanted.password(), "password", request)) {
                            case PasswordProof.Proof.Refused(HttpResponse<?> answer) -> answer;
                            case PasswordProof.Proof.Given given ->
                                    proof.perform(given, () -> deletion.delete(account))
                                            ? own.clearing(HttpResponse.noContent())
                                            : own.sessionOver();
                        });
    }

    /** What goes with an account. */
    @Serdeable
    @Schema(name = "Deletion")
    record DeletionResponse(List<Loss> goes) {

        static DeletionResponse of(List<Deletion.Loss> losses) {
            return new DeletionResponse(losses.stream().map(Loss::of).toList());
        }

        /** So many things of one kind. */
        @Serdeable
        @Schema(name = "Loss")
        record Loss(
                @Schema(description = "The kind, such as posts.") String name,
                @Schema(description = "How many there are.") long count) {

            static Loss of(Deletion.Loss loss) {
                return new Loss(loss.name(), loss.count());
            }
        }
    }

    /** The password of a person who wants their account gone. */
    @Serdeable
    @Schema(name = "DeletionRequest")
    record DeletionRequest(@GivenPassword String password) {

        /** Keeps passwords out of logs. */
        @Override
        public String toString() {
            return "DeletionRequest[]";
        }
    }
}

package dev.preflight.posts.markdown;

import com.fasterxml.jackson.annotation.JsonInclude;

import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/** Shows authors what their Markdown will look like, by the renderer that readers get. */
@Controller("/api/posts/preview")
@Secured(SecurityRule.IS_AUTHENTICATED)
@Tag(name = "Posts")
class PreviewController {

    private final Markdown markdown;

    PreviewController(Markdown markdown) {
        this.markdown = markdown;
    }

    @Post
    @Operation(operationId = "previewPost", summary = "Markdown as it would be published")
    PreviewResponse preview(@Valid @Body PreviewRequest request) {
        return new PreviewResponse(markdown.preview(request.content()));
    }

    /** Markdown to be seen as it would be published. */
    @Serdeable
    @Schema(name = "PreviewRequest")
    record PreviewRequest(
            @NotNull(message = "Send the content.")
                    @Size(max = 100_000, message = "Write at most 100,000 characters.")
                    String content) {}

    /** Markdown as HTML that is safe to insert. */
    @Serdeable
    @JsonInclude(JsonInclude.Include.ALWAYS)
    @Schema(name = "Preview")
    record PreviewResponse(String html) {}
}

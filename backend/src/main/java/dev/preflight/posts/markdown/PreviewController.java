package dev.preflight.posts.markdown;

import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;

import jakarta.validation.Valid;

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
}

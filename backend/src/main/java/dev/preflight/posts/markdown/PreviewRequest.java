package dev.preflight.posts.markdown;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/** Markdown to be seen as it would be published. */
@Serdeable
@Schema(name = "PreviewRequest")
record PreviewRequest(
        @NotNull(message = "Send the content.")
                @Size(max = 100_000, message = "Write at most 100,000 characters.")
                String content) {}

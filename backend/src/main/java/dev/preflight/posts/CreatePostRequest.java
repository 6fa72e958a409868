package dev.preflight.posts;

import dev.preflight.web.input.Lines;
import dev.preflight.web.input.SingleLine;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import org.jspecify.annotations.Nullable;

import java.util.List;

/** What an author sends to publish a post. */
@Serdeable
@Schema(name = "CreatePostRequest")
record CreatePostRequest(
        @NotNull(message = "Give the post a title.")
                @Pattern(regexp = Draft.NOT_BLANK, message = "Give the post a title.")
                @Size(max = 200, message = "Write at most 200 characters.")
                @SingleLine
                String title,
        @Schema(description = "Markdown (CommonMark with tables and strikethrough).")
                @NotNull(message = "Write something.")
                @Pattern(regexp = Draft.NOT_BLANK, message = "Write something.")
                @Size(max = 100_000, message = "Write at most 100,000 characters.")
                @Lines
                String content,
        @Size(max = 5, message = "Give at most 5 tags.")
                @Nullable
                        List<
                                @NotNull(message = "Leave out empty tags.")
                                @Pattern(
                                        regexp = Draft.TAG,
                                        message =
                                                "Write a tag in 1 to 30 lower-case letters, digits"
                                                        + " and hyphens.")
                                String>
                        tags) {

    Draft toDraft() {
        return new Draft(title.strip(), content, Draft.distinct(tags));
    }
}

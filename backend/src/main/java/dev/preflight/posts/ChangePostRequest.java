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

/** What an author sends to change a post: the fields that change. */
@Serdeable
@Schema(name = "ChangePostRequest")
record ChangePostRequest(
        @Size(max = 200, message = "Write at most 200 characters.")
                @SingleLine
                @Pattern(regexp = Draft.NOT_BLANK, message = "Give the post a title.")
                @Nullable String title,
        @Schema(description = "Markdown (CommonMark with tables and strikethrough).")
                @Size(max = 100_000, message = "Write at most 100,000 characters.")
                @Lines
                @Pattern(regexp = Draft.NOT_BLANK, message = "Write something.")
                @Nullable String content,
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

    Change.Wanted toWanted() {
        return new Change.Wanted(
                title == null ? null : title.strip(),
                content,
                tags == null ? null : Draft.distinct(tags));
    }
}

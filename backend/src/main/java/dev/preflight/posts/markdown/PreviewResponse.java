package dev.preflight.posts.markdown;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;

/** Markdown as HTML that is safe to insert. */
@Serdeable
@Schema(name = "Preview")
record PreviewResponse(String html) {}

package dev.preflight.lab;

import java.time.Duration;

/** What became of the wish for a run. */
sealed interface Start {

    /** It answers. */
    record Started(Run run) implements Start {}

    /** There are as many as there may be, of this caller or in all, for so long. */
    record Full(Duration retryAfter) implements Start {}
}

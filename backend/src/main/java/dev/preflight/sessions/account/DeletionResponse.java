package dev.preflight.sessions.account;

import dev.preflight.accounts.personal.Deletion;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;

import java.util.List;

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

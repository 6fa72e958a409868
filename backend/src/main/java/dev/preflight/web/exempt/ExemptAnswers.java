package dev.preflight.web.exempt;

import java.util.Optional;

/** What answers at the exempt addresses; where there is no such bean, nothing is exempt. */
public interface ExemptAnswers {

    /**
     * The answer at {@code /runs/<id>}, empty if there is nothing. It is asked on the event loop,
     * and must not block.
     */
    Optional<ExemptAnswer> answer(String id, SeenRequest request);
}

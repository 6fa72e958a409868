package dev.preflight.lab;

import dev.preflight.lab.description.RunRequest;
import dev.preflight.web.Secret;
import dev.preflight.web.exempt.ExemptAnswer;
import dev.preflight.web.exempt.ExemptAnswers;
import dev.preflight.web.exempt.SeenRequest;

import io.micronaut.scheduling.annotation.Scheduled;

import jakarta.inject.Singleton;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/** The runs of this instance, in memory; whoever knows the id of one may use it. */
@Singleton
class Runs implements ExemptAnswers {

    /** What became of the wish for a run. */
    sealed interface Start {

        /** It answers. */
        record Started(Run run) implements Start {}

        /** There are as many as there may be, of this caller or in all, for so long. */
        record Full(Duration retryAfter) implements Start {}
    }

    private final LabSettings settings;
    private final Clock clock;
    private final int runs;
    private final Room<Run> room;

    Runs(LabSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
        this.runs = settings.runsWithin(Runtime.getRuntime().maxMemory());
        this.room = new Room<>(clock, settings.lifetime(), runs, Run::end);
    }

    /** Starts a run, if there is room for it. */
    Start start(RunRequest request, Caller caller) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        Run run =
                new Run(
                        Secret.generate().value(),
                        request,
                        now.plus(settings.lifetime()),
                        new Journal(settings.exchangesPerRun()));
        List<Room.Owner> owners =
                caller.owners(
                        Math.min(settings.runsPerCaller(), runs / 4),
                        Math.min(settings.runsPerNetwork(), runs / 2));
        return room.add(run.id(), owners, run)
                .<Start>map(Start.Full::new)
                .orElseGet(() -> new Start.Started(run));
    }

    Optional<Run> find(String id) {
        return room.find(id);
    }

    /** Makes room for another one. */
    void end(String id) {
        room.remove(id);
    }

    @Override
    public Optional<ExemptAnswer> answer(String id, SeenRequest request) {
        return find(id).map(run -> run.answer(request, clock.instant()));
    }

    @Scheduled(fixedDelay = "2s")
    void endExpired() {
        room.removeExpired();
    }
}

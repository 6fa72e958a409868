package dev.preflight.lab;

import dev.preflight.lab.description.Reply;
import dev.preflight.lab.description.ReplyHeader;
import dev.preflight.lab.description.RunRequest;
import dev.preflight.web.Secret;
import dev.preflight.web.exempt.ExemptAnswer;
import dev.preflight.web.exempt.ExemptAnswers;
import dev.preflight.web.exempt.SeenRequest;

import io.micronaut.scheduling.annotation.Scheduled;

import jakarta.inject.Singleton;

import org.jspecify.annotations.Nullable;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** The runs of this instance, in memory; whoever knows the id of one may use it. */
@Singleton
class Runs implements ExemptAnswers {

    /** What a header line takes besides its value. */
    private static final int BYTES_OF_A_LINE = 100;

    private final LabSettings settings;
    private final Clock clock;
    private final Room<Run> room;

    Runs(LabSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
        this.room =
                new Room<>(
                        clock,
                        settings.lifetime(),
                        settings.runsPerCaller(),
                        settings.runs(),
                        Run::end);
    }

    /** Starts a run, if there is room for it. */
    Start start(RunRequest request, String caller) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        int left = settings.bytesPerRun() - bytes(request.response()) - bytes(request.preflight());
        Run run =
                new Run(
                        Secret.generate().value(),
                        request,
                        now.plus(settings.lifetime()),
                        new Journal(settings.exchangesPerRun(), left));
        return room.add(run.id(), caller, run)
                .<Start>map(Start.Full::new)
                .orElseGet(() -> new Start.Started(run));
    }

    private static int bytes(@Nullable Reply reply) {
        if (reply == null) {
            return 0;
        }
        int bytes = BYTES_OF_A_LINE;
        for (ReplyHeader header : reply.headers()) {
            bytes += BYTES_OF_A_LINE + header.value().length();
        }
        return bytes;
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

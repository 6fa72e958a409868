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
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/** The runs of this instance, in memory; whoever knows the id of one may use it. */
@Singleton
class Runs implements ExemptAnswers {

    /** What a header line takes besides its value. */
    private static final int BYTES_OF_A_LINE = 100;

    /** What a run takes besides what it was told and what it has written down. */
    private static final int BYTES_OF_A_RUN = 2048;

    private final LabSettings settings;
    private final Clock clock;
    private final Memory memory;
    private final Room<Run> room;

    Runs(LabSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
        this.memory = new Memory(settings.bytes(), Runtime.getRuntime().maxMemory());
        this.room = new Room<>(clock, settings.lifetime(), settings.runs(), this::leave);
    }

    /** Starts a run, if there is room for it. */
    Start start(RunRequest request, Caller caller) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        room.removeExpired();
        int described = bytes(request.response()) + bytes(request.preflight());
        int taken = BYTES_OF_A_RUN + described;
        if (!memory.take(taken + Journal.BYTES_AT_LEAST)) {
            return new Start.Full(room.untilOneGoes());
        }
        Run run =
                new Run(
                        Secret.generate().value(),
                        request,
                        now.plus(settings.lifetime()),
                        new Journal(
                                settings.exchangesPerRun(),
                                settings.bytesPerRun() - described,
                                memory),
                        taken);
        List<Room.Owner> owners =
                caller.owners(settings.runsPerCaller(), settings.runsPerNetwork());
        Optional<Duration> wait = room.add(run.id(), owners, run);
        if (wait.isPresent()) {
            leave(run);
            return new Start.Full(wait.get());
        }
        return new Start.Started(run);
    }

    private void leave(Run run) {
        run.end();
        memory.giveBack(run.bytes());
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

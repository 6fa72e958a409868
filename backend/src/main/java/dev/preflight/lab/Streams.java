package dev.preflight.lab;

import io.micronaut.http.sse.Event;
import io.micronaut.json.JsonMapper;

import jakarta.inject.Singleton;

import reactor.core.publisher.Flux;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Journals as server-sent events (HTML §9.2), each while its run lives. */
@Singleton
class Streams {

    private final LabSettings settings;
    private final JsonMapper json;
    private final Room<Run> room;

    Streams(LabSettings settings, JsonMapper json, Clock clock) {
        this.settings = settings;
        this.json = json;
        // What is forgotten here for whatever reason is gone with its run.
        this.room = new Room<>(clock, settings.lifetime(), settings.streams(), run -> {});
    }

    /**
     * Follows a run; empty if there are as many streams as there may be.
     *
     * @param lastSeen the number of the last exchange that the caller has, 0 for none
     */
    Optional<Flux<Event<String>>> follow(Run run, long lastSeen, Caller caller) {
        String id = UUID.randomUUID().toString();
        List<Room.Owner> owners =
                caller.owners(settings.streamsPerCaller(), settings.streamsPerNetwork());
        if (room.add(id, owners, run).isPresent()) {
            return Optional.empty();
        }
        Flux<Event<String>> exchanges = run.journal().after(lastSeen).map(this::event);
        Flux<Event<String>> heartbeats =
                Flux.interval(settings.heartbeat())
                        .onBackpressureDrop()
                        .map(tick -> comment("still here"))
                        .takeUntilOther(run.journal().closed());
        return Optional.of(
                Flux.merge(exchanges, heartbeats)
                        // Sends the head at once, so that the browser knows that it is connected.
                        .startWith(comment("the journal of a run"))
                        .doFinally(signal -> room.remove(id)));
    }

    private Event<String> event(Exchange exchange) {
        try {
            String data = new String(json.writeValueAsBytes(exchange), StandardCharsets.UTF_8);
            return Event.of(data).id(Long.toString(exchange.number())).name("exchange");
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** Nothing but a comment: browsers pass on no event without data. */
    private static Event<String> comment(String text) {
        return Event.of("").comment(text);
    }
}

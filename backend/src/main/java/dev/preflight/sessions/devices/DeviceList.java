package dev.preflight.sessions.devices;

import dev.preflight.sessions.ActiveSession;
import dev.preflight.sessions.Session;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * All sessions of an account, the one used last first; there are never so many as to need pages.
 */
@Serdeable
@Schema(name = "DeviceList")
record DeviceList(List<Item> items) {

    static DeviceList of(List<ActiveSession> sessions, Session asking) {
        return new DeviceList(sessions.stream().map(session -> Item.of(session, asking)).toList());
    }

    /** A session as its owner sees it. */
    @Serdeable
    @Schema(name = "Device", description = "A browser in which an account is logged in.")
    record Item(
            UUID id,
            @Schema(example = "Firefox 140") String browser,
            @Schema(example = "Windows") String system,
            @Schema(description = "The network address that it was last used from.") String address,
            @Schema(description = "When it logged in.") Instant firstUsedAt,
            @Schema(description = "When it was last used, give or take ten minutes.")
                    Instant lastUsedAt,
            @Schema(description = "Whether it is the one that asks.") boolean current) {

        static Item of(ActiveSession active, Session asking) {
            return new Item(
                    active.id(),
                    active.device().browser(),
                    active.device().operatingSystem(),
                    active.device().address(),
                    active.firstUsedAt(),
                    active.lastUsedAt(),
                    active.is(asking));
        }
    }
}

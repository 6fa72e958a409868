package dev.preflight.sessions.devices;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;

import java.util.List;

/**
 * All sessions of an account, the one used last first; there are never so many as to need pages.
 */
@Serdeable
@Schema(name = "DeviceList")
record DeviceList(List<DeviceResponse> items) {}

package dev.preflight.web.client;

import java.util.List;

/**
 * What the Lab's page, at {@code /lab} and below, may do more than every other: call any server, to
 * find out what blocks its answers, and open windows that answer it. Where there is no such bean,
 * the Lab is off, and no page may.
 */
public interface LabPage {

    /** The origins whose pages it may show in a frame, besides its own. */
    List<String> framedOrigins();
}

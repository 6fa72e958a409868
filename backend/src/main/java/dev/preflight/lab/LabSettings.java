package dev.preflight.lab;

import io.micronaut.context.annotation.ConfigurationProperties;

import java.time.Duration;

/**
 * The Lab's bounds, each instance keeps its own runs; and where its page of other origins is.
 *
 * @param lifetime of a run
 * @param runsPerCaller runs of one account, or of all who are not logged in on one network, at once
 * @param runsPerNetwork runs of one network at once, whoever has them
 * @param runs all runs at once
 * @param exchangesPerRun exchanges that a journal keeps, the newest
 * @param bytesPerRun how much memory a run with its journal may take, more or less
 * @param bytes how much all runs with their journals may take together, and never more than a
 *     quarter of the heap
 * @param streamsPerCaller event streams of one account, or of all who are not logged in on one
 *     network, at once
 * @param streamsPerNetwork event streams to one network at once, whoever has them
 * @param streams all event streams at once
 * @param heartbeat how often a stream on which nothing happens shows that it is alive
 * @param initiatorPort where the page listens that calls of other origins start from, at home; 0
 *     for any free port
 */
@ConfigurationProperties("preflight.lab")
public record LabSettings(
        Duration lifetime,
        int runsPerCaller,
        int runsPerNetwork,
        int runs,
        int exchangesPerRun,
        int bytesPerRun,
        long bytes,
        int streamsPerCaller,
        int streamsPerNetwork,
        int streams,
        Duration heartbeat,
        int initiatorPort) {}

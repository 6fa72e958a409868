package dev.preflight.lab;

import io.micronaut.context.annotation.ConfigurationProperties;

import java.time.Duration;

/**
 * The Lab's bounds, each instance keeps its own runs; and where its page of other origins is.
 *
 * <p>They bound the memory too. A run takes at most 50 kB for the two replies that it was told,
 * each of 20 headers of 1,024 characters. An exchange takes at most 3.2 kB: 2.2 kB for what is kept
 * of the request, and 1 kB for itself, its lists, and the lines of the answer that echo the Origin;
 * all other lines are the run's. So 1,000 runs with 100 exchanges each take at most 370 MB; on a
 * heap of less than four times that there are as many runs as fit into a quarter of it, a quarter
 * of them for a caller and half of them for a network at the most.
 *
 * @param lifetime of a run
 * @param runsPerCaller runs of one account, or of all who are not logged in on one network, at once
 * @param runsPerNetwork runs of one network at once, whoever has them
 * @param runs all runs at once, where the heap has room for them
 * @param exchangesPerRun exchanges that a journal keeps, the newest
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
        int streamsPerCaller,
        int streamsPerNetwork,
        int streams,
        Duration heartbeat,
        int initiatorPort) {

    /** All runs at once on a heap of so many bytes. */
    int runsWithin(long heap) {
        long bytesPerRun = 50_000 + 3_200L * exchangesPerRun;
        return (int) Math.min(runs, heap / 4 / bytesPerRun);
    }
}

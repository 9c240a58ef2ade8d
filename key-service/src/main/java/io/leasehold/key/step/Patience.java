package io.leasehold.key.step;

import java.time.Duration;

/**
 * How often a step is tried, and when it counts as stuck.
 *
 * @param firstWait after the first failed try; it doubles with every further one
 * @param refusedWait until what was refused is looked at again, as somebody may have changed something
 * @param triesBeforeStuck failed tries of one step
 * @param timely how long a step may take that takes time by nature
 */
public record Patience(
        Duration firstWait, Duration longestWait, Duration refusedWait, int triesBeforeStuck, Duration timely) {}

package io.leasehold.bench.process;

import java.time.Duration;

/**
 * What a process used in one round.
 *
 * @param residentMemory at its end, in bytes
 */
public record Use(Duration cpu, long residentMemory) {
    /** @param before the process' CPU time when the round began */
    public static Use since(Duration before, MeasuredProcess process) {
        return new Use(process.cpu().minus(before), process.residentMemory());
    }
}

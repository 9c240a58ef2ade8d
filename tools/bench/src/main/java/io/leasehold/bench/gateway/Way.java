package io.leasehold.bench.gateway;

import io.leasehold.bench.load.Target;
import io.leasehold.bench.process.MeasuredProcess;
import io.leasehold.bench.process.Use;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How a request gets to the simulator.
 *
 * @param name as the tables call it
 * @param process what stands in between; null for nothing, or where it is not known
 */
record Way(String name, Target target, @Nullable MeasuredProcess process) {
    static final String DIRECT = "direct";
    static final String NGINX = "nginx";
    static final String GATEWAY = "gateway";

    /** The same gateway, of a domain whose requests and answers are kept. */
    static final String CAPTURING = "gateway, capture full";

    Duration cpu() {
        return process == null ? Duration.ZERO : process.cpu();
    }

    /** @param before the CPU time when the round began */
    @Nullable
    Use useSince(Duration before) {
        return process == null ? null : Use.since(before, process);
    }
}

package io.leasehold.localstack.process;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What is remembered of a running process, so that a later launcher can find it.
 *
 * @param component the component's name
 * @param pid process id
 * @param startedAt when the process began, as the operating system says it
 * @param ports port numbers by what they are for
 */
public record RunState(
        @JsonProperty("component") String component,
        @JsonProperty("pid") long pid,
        @JsonProperty("started_at") Instant startedAt,
        @JsonProperty("ports") SortedMap<String, Integer> ports) {

    // The kernel tells the start as ticks since boot, and the time of boot moves a little when the clock is set.
    private static final Duration CLOCK_DRIFT = Duration.ofSeconds(2);

    public RunState {
        ports = new TreeMap<>(ports);
    }

    /** The process, if it still runs. Never a stranger's that got the same pid later. */
    public Optional<ProcessHandle> find() {
        return ProcessHandle.of(pid)
                .filter(ProcessHandle::isAlive)
                .filter(process -> process.info()
                        .startInstant()
                        .map(began -> Duration.between(began, startedAt).abs().compareTo(CLOCK_DRIFT) < 0)
                        .orElse(false));
    }
}

package io.leasehold.bench.process;

import io.leasehold.localstack.process.ResidentMemory;
import io.leasehold.localstack.process.RunState;
import io.leasehold.localstack.process.RunStates;
import io.leasehold.localstack.settings.StackHome;
import java.io.IOException;
import java.time.Duration;

/** A process of the running stack, and what it uses. */
public final class MeasuredProcess {
    private final String component;
    private final ProcessHandle handle;

    private MeasuredProcess(String component, ProcessHandle handle) {
        this.component = component;
        this.handle = handle;
    }

    /** @throws IllegalStateException when the stack has no such process now */
    public static MeasuredProcess find(StackHome home, String component) throws IOException {
        return new RunStates(home.run())
                .find(component)
                .flatMap(RunState::find)
                .map(handle -> new MeasuredProcess(component, handle))
                .orElseThrow(() -> new IllegalStateException(
                        component + " does not run. ./leasehold up --detach builds and starts everything"));
    }

    /**
     * CPU time of all its threads since it began; the operating system counts in steps, usually of 10 ms.
     *
     * @throws IllegalStateException when it has ended
     */
    public Duration cpu() {
        if (!handle.isAlive()) {
            throw new IllegalStateException(component + " has ended. See ./leasehold logs " + component);
        }
        return handle.info()
                .totalCpuDuration()
                .orElseThrow(() -> new IllegalStateException("The CPU time of other processes is not told here"));
    }

    /** In bytes; 0 where the operating system does not tell. */
    public long residentMemory() {
        return ResidentMemory.of(handle);
    }
}

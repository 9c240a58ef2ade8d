package io.leasehold.bench.process;

import io.leasehold.localstack.process.PortOwner;
import io.leasehold.localstack.process.ResidentMemory;
import io.leasehold.localstack.process.RunState;
import io.leasehold.localstack.process.RunStates;
import io.leasehold.localstack.settings.StackHome;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;

/** A process, and what it and its children use. */
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

    /** @param component as it is told */
    public static MeasuredProcess of(String component, ProcessHandle handle) {
        return new MeasuredProcess(component, handle);
    }

    /** Whoever listens on that port of this machine; empty where nobody does, or the machine does not tell. */
    public static Optional<MeasuredProcess> listeningOn(int port, String component) {
        return PortOwner.find(port)
                .flatMap(owner -> ProcessHandle.of(owner.pid()))
                .map(handle -> of(component, handle));
    }

    /**
     * CPU time of all its threads since it began, and of all its children that live; the operating system counts in steps, usually of 10 ms.
     *
     * @throws IllegalStateException when it has ended
     */
    public Duration cpu() {
        if (!handle.isAlive()) {
            throw new IllegalStateException(component + " has ended. See ./leasehold logs " + component);
        }
        return Stream.concat(Stream.of(handle), handle.descendants())
                .map(MeasuredProcess::cpuOfOne)
                .reduce(Duration.ZERO, Duration::plus);
    }

    private static Duration cpuOfOne(ProcessHandle one) {
        return one.info()
                .totalCpuDuration()
                .orElseThrow(() -> new IllegalStateException("The CPU time of other processes is not told here"));
    }

    /** As the operating system numbers it. */
    public long pid() {
        return handle.pid();
    }

    /** As it is told. */
    public String component() {
        return component;
    }

    /** In bytes; 0 where the operating system does not tell. */
    public long residentMemory() {
        return ResidentMemory.of(handle);
    }
}

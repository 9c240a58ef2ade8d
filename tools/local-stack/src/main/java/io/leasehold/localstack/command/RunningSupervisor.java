package io.leasehold.localstack.command;

import io.leasehold.localstack.process.RunState;
import io.leasehold.localstack.process.RunStates;
import io.leasehold.localstack.settings.StackHome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.TreeMap;

/** The process that keeps a home's stack running, as others see it. */
final class RunningSupervisor {
    static final String NAME = "supervisor";

    private final RunStates states;
    private final Path readyFile;

    RunningSupervisor(StackHome home) {
        this.states = new RunStates(home.run());
        this.readyFile = home.run().resolve("ready");
    }

    Optional<ProcessHandle> find() throws IOException {
        return states.find(NAME).flatMap(RunState::find);
    }

    boolean isAlive() throws IOException {
        return find().isPresent();
    }

    /** Whether everything it starts is ready. */
    boolean isReady() {
        return Files.exists(readyFile);
    }

    /** @throws IOException where it is starting or stopping them, or has them for itself */
    void expectReady() throws IOException {
        if (!isReady()) {
            long process = find().map(ProcessHandle::pid).orElse(0L);
            throw new IOException(
                    "Process %d is testing here, or starting or stopping servers. Try again once it is done."
                            .formatted(process));
        }
    }

    /** Says that it is us. */
    void register() throws IOException {
        Files.deleteIfExists(readyFile);
        ProcessHandle us = ProcessHandle.current();
        Instant began = us.info().startInstant().orElseGet(Instant::now);
        states.save(new RunState(NAME, us.pid(), began, new TreeMap<>()));
    }

    void ready() throws IOException {
        Files.writeString(readyFile, Instant.now().toString());
    }

    /** What it has started is not there any more, or will not be soon. */
    void stopping() throws IOException {
        Files.deleteIfExists(readyFile);
    }

    void unregister() throws IOException {
        stopping();
        states.remove(NAME);
    }
}

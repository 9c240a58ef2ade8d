package io.leasehold.localstack.component;

import io.leasehold.localstack.process.ServerProcess;
import io.leasehold.localstack.settings.Port;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** Writes down what is done to it. */
record FakeComponent(String name, Set<String> dependencies, Set<Port> ports, Behaviour behaviour, List<String> journal)
        implements Component {

    enum Behaviour {
        STARTS,
        FAILS,
        IS_NOT_BUILT,
        NEVER_READY
    }

    static FakeComponent of(String name, List<String> journal, String... dependencies) {
        return new FakeComponent(name, Set.of(dependencies), Set.of(), Behaviour.STARTS, journal);
    }

    FakeComponent that(Behaviour other) {
        return new FakeComponent(name, dependencies, ports, other, journal);
    }

    FakeComponent on(Port port) {
        return new FakeComponent(name, dependencies, Set.of(port), behaviour, journal);
    }

    @Override
    public Optional<String> unavailable() {
        return behaviour == Behaviour.IS_NOT_BUILT ? Optional.of("not built") : Optional.empty();
    }

    @Override
    public void start(Consumer<String> progress) throws IOException {
        if (behaviour == Behaviour.FAILS) {
            throw new IOException("on purpose");
        }
        journal.add("start " + name);
    }

    @Override
    public boolean isReady() {
        return behaviour != Behaviour.NEVER_READY;
    }

    @Override
    public Optional<ServerProcess> process() {
        return Optional.empty();
    }

    @Override
    public void stop() {
        journal.add("stop " + name);
    }
}

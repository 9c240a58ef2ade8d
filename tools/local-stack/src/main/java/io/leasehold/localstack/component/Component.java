package io.leasehold.localstack.component;

import io.leasehold.localstack.process.ServerProcess;
import io.leasehold.localstack.settings.Port;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** One part of a stack: a real server, the simulator or a service. */
public interface Component {

    /** As it is called on the command line, in log and run-state files. */
    String name();

    /** Names of the components that must be ready before this one starts; those that run elsewhere are ignored. */
    Set<String> dependencies();

    /** The ports it will listen on; they are tried before anything starts. */
    Set<Port> ports();

    /** Why it can't be started here at all, such as a module that is not built; empty if it can. */
    default Optional<String> unavailable() {
        return Optional.empty();
    }

    /**
     * Launches the process and returns without waiting for it.
     *
     * @param progress takes what is done meanwhile, where that may take a while
     */
    void start(Consumer<String> progress) throws IOException, InterruptedException;

    /** Whether it answers; asked again and again until it does. */
    boolean isReady() throws InterruptedException;

    /** Makes what others need in it (roles, topics, policies), once it is ready; must bear to be repeated. */
    default void provision() throws IOException, InterruptedException {}

    /** The process that was launched; empty before that, and where the server is not ours. */
    Optional<ServerProcess> process();

    /** Ends it in order; no error if it does not run. */
    default void stop() throws IOException, InterruptedException {
        Optional<ServerProcess> running = process();
        if (running.isPresent()) {
            running.get().stop();
        }
    }
}

package io.leasehold.localstack;

import io.leasehold.localstack.component.Component;
import io.leasehold.localstack.component.ComponentFailure;
import io.leasehold.localstack.component.Supervisor;
import io.leasehold.localstack.process.ServerProcess;
import io.leasehold.localstack.settings.Port;
import io.leasehold.localstack.settings.Ports;
import io.leasehold.localstack.settings.StackHome;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * A stack on this machine: real servers, simulated providers and services, or some of them.
 *
 * <pre>{@code
 * try (LocalStack stack = LocalStack.builder()
 *         .home(Path.of("target/stack"))
 *         .servers(StackAddresses.fromEnvironment().orElseThrow())
 *         .databaseSuffix("_e2e")
 *         .build()) {
 *     stack.start();
 *     stack.url(Port.GATEWAY) …
 * }
 * }</pre>
 */
public final class LocalStack implements AutoCloseable {
    private final StackHome home;
    private final List<Ports> ports;
    private final List<Component> components;
    private final Supplier<StackAddresses> addresses;
    private final Supervisor supervisor;
    private final Thread stopAtExit = new Thread(this::stopQuietly, "stop-stack");

    LocalStack(
            StackHome home,
            List<Ports> ports,
            List<Component> components,
            Supplier<StackAddresses> addresses,
            Supervisor supervisor) {
        this.home = home;
        this.ports = List.copyOf(ports);
        this.components = List.copyOf(components);
        this.addresses = addresses;
        this.supervisor = supervisor;
    }

    public static LocalStackBuilder builder() {
        return new LocalStackBuilder();
    }

    /**
     * Starts all components and returns when they are ready. What a killed launcher left running in the same home is ended
     * first; when this JVM ends, so does the stack.
     */
    public void start() throws ComponentFailure, IOException, InterruptedException {
        new Leftovers(home).end();
        Runtime.getRuntime().addShutdownHook(stopAtExit);
        supervisor.start();
    }

    /** Waits until a component ends by itself; empty when the stack was stopped. */
    public Optional<ComponentFailure> awaitFailure() throws InterruptedException {
        return supervisor.awaitFailure();
    }

    /** Every component, whether it could be started here or not. */
    public List<Component> components() {
        return components;
    }

    /** Where the servers are; the Vault is missing in it until the stack is ready. */
    public StackAddresses addresses() {
        return addresses.get();
    }

    /** An HTTP address of this stack, without a slash at the end. */
    public URI url(Port port) {
        return url(port, 1);
    }

    /** The same of one of several replicas, which are counted from 1. */
    public URI url(Port port, int replica) {
        return ports.get(replica - 1).url(port);
    }

    public StackHome home() {
        return home;
    }

    /** Where the component's output goes. */
    public Path log(String component) {
        return home.log(component);
    }

    /**
     * The component's running process.
     *
     * @throws IllegalStateException when it does not run
     */
    public ServerProcess process(String component) {
        return supervisor
                .get(component)
                .process()
                .filter(ServerProcess::isAlive)
                .orElseThrow(() -> new IllegalStateException(component + " does not run"));
    }

    /** Ends one component at once, as a crash would. */
    public void kill(String component) throws InterruptedException {
        process(component).kill();
    }

    /** Ends one component in order. */
    public void stop(String component) throws IOException, InterruptedException {
        supervisor.stop(component);
    }

    /** Starts one component again after it was stopped or killed, and returns when it is ready. */
    public void restart(String component) throws ComponentFailure, InterruptedException {
        supervisor.restart(component);
    }

    /** Stops everything, services first; may be called twice. */
    @Override
    public void close() {
        stopQuietly();
    }

    private void stopQuietly() {
        try {
            supervisor.stop();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

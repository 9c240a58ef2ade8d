package io.leasehold.localstack.component;

import io.leasehold.localstack.process.RunState;
import io.leasehold.localstack.process.RunStates;
import io.leasehold.localstack.process.ServerProcess;
import io.leasehold.localstack.settings.Port;
import io.leasehold.localstack.settings.Ports;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Starts components along their dependencies, as many at a time as those allow, and stops them in reverse. */
public final class Supervisor {
    private final Map<String, Component> components;
    private final DependencyGraph graph;
    private final Ports ports;
    private final RunStates states;
    private final ProgressListener listener;
    private final ExecutorService starters = Executors.newVirtualThreadPerTaskExecutor();
    private volatile boolean stopping;

    public Supervisor(
            Collection<? extends Component> components, Ports ports, RunStates states, ProgressListener listener) {
        this.components = components.stream()
                .filter(component -> isAvailable(component, listener))
                .collect(Collectors.toMap(
                        Component::name, Function.identity(), (first, second) -> first, LinkedHashMap::new));
        this.graph = new DependencyGraph(this.components.values().stream()
                .collect(Collectors.toMap(
                        Component::name, Component::dependencies, (first, second) -> first, LinkedHashMap::new)));
        this.ports = ports;
        this.states = states;
        this.listener = listener;
    }

    private static boolean isAvailable(Component component, ProgressListener listener) {
        Optional<String> reason = component.unavailable();
        reason.ifPresent(why -> listener.skipped(component.name(), why));
        return reason.isEmpty();
    }

    /**
     * Returns when every component is ready.
     *
     * @throws ComponentFailure for the first that fails; the others are stopped by then
     */
    public void start() throws ComponentFailure, InterruptedException {
        new PortCheck(ports).check(components.values());
        var failure = new CompletableFuture<ComponentFailure>();
        var starts = new LinkedHashMap<String, CompletableFuture<Void>>();
        for (List<String> level : graph.levels()) {
            for (String name : level) {
                starts.put(name, startAfterDependencies(name, starts, failure));
            }
        }
        var all = CompletableFuture.allOf(starts.values().toArray(CompletableFuture<?>[]::new));
        CompletableFuture.anyOf(all, failure).exceptionally(e -> null).join();
        if (failure.isDone()) {
            stop();
            throw failure.join();
        }
        if (stopping) {
            throw new InterruptedException("the stack was stopped while it started");
        }
    }

    private CompletableFuture<Void> startAfterDependencies(
            String name, Map<String, CompletableFuture<Void>> starts, CompletableFuture<ComponentFailure> failure) {
        CompletableFuture<?>[] needed =
                graph.dependencies(name).stream().map(starts::get).toArray(CompletableFuture<?>[]::new);
        return CompletableFuture.allOf(needed).thenRunAsync(() -> startOrFail(get(name), failure), starters);
    }

    private void startOrFail(Component component, CompletableFuture<ComponentFailure> failure) {
        try {
            start(component);
        } catch (ComponentFailure e) {
            listener.failed(component.name());
            failure.complete(e);
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            // We are being stopped; whoever does that ends the process too, if there is one already.
            if (component.process().isEmpty()) {
                listener.stopped(component.name());
            }
            Thread.currentThread().interrupt();
        }
    }

    private void start(Component component) throws ComponentFailure, InterruptedException {
        var startup = new Startup(component, listener);
        startup.launch(() -> stopping);
        remember(component);
        startup.awaitReady();
    }

    private void remember(Component component) throws ComponentFailure {
        Optional<ServerProcess> process = component.process();
        if (process.isEmpty()) {
            return;
        }
        var numbers = new TreeMap<String, Integer>();
        for (Port port : component.ports()) {
            numbers.put(port.id(), ports.number(port));
        }
        try {
            states.save(new RunState(
                    component.name(), process.get().pid(), process.get().startedAt(), numbers));
        } catch (IOException e) {
            throw new ComponentFailure(component.name(), "its run-state could not be written: " + e, List.of());
        }
    }

    /** Starts one component again that was stopped or killed. */
    public void restart(String name) throws ComponentFailure, InterruptedException {
        start(get(name));
    }

    /** Waits until a component ends that nobody stopped; empty when the whole stack is stopped. */
    public Optional<ComponentFailure> awaitFailure() throws InterruptedException {
        var ends = new ArrayList<CompletableFuture<Component>>();
        for (Component component : components.values()) {
            component.process().ifPresent(process -> ends.add(process.onExit().thenApply(ended -> component)));
        }
        var first = (Component) CompletableFuture.anyOf(ends.toArray(CompletableFuture<?>[]::new))
                .join();
        return stopping ? Optional.empty() : Optional.of(Startup.ended(first));
    }

    /** Stops everything, dependents first; components that are just starting too. Another call just waits for this one. */
    public synchronized void stop() throws InterruptedException {
        if (stopping) {
            return;
        }
        stopping = true;
        starters.shutdownNow();
        starters.awaitTermination(30, TimeUnit.SECONDS);
        for (List<String> level : graph.levels().reversed()) {
            try (ExecutorService stoppers = Executors.newVirtualThreadPerTaskExecutor()) {
                level.forEach(name -> stoppers.execute(() -> stopQuietly(get(name))));
            }
        }
    }

    private void stopQuietly(Component component) {
        try {
            stop(component.name());
        } catch (IOException e) {
            // The others must be stopped all the same; what is left over is found by its run-state.
            listener.failed(component.name());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Stops one component in order. */
    public void stop(String name) throws IOException, InterruptedException {
        Component component = get(name);
        boolean running = component.process().filter(ServerProcess::isAlive).isPresent();
        component.stop();
        states.remove(name);
        if (running) {
            listener.stopped(name);
        }
    }

    /** Whether that component is part of this stack and could be started here. */
    public boolean contains(String name) {
        return components.containsKey(name);
    }

    public Component get(String name) {
        Component component = components.get(name);
        if (component == null) {
            throw new IllegalArgumentException("no component " + name + "; there are " + components.keySet());
        }
        return component;
    }
}

package io.leasehold.localstack;

import io.leasehold.localstack.keycloak.KeycloakComponent;
import io.leasehold.localstack.postgres.PostgresComponent;
import io.leasehold.localstack.postgres.PostmasterFile;
import io.leasehold.localstack.process.RunState;
import io.leasehold.localstack.process.RunStates;
import io.leasehold.localstack.process.Signal;
import io.leasehold.localstack.settings.Service;
import io.leasehold.localstack.settings.StackHome;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;

/** Processes that a killed launcher left running; a stranger that got one of their pids is never touched. */
public final class Leftovers {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final StackHome home;
    private final RunStates states;

    public Leftovers(StackHome home) {
        this.home = home;
        this.states = new RunStates(home.run());
    }

    /** Ends them, services before the servers they use; the names of those that still ran. */
    public List<String> end() throws IOException, InterruptedException {
        var ended = new ArrayList<String>();
        for (List<RunState> level : remembered().values()) {
            List<RunState> running =
                    level.stream().filter(state -> state.find().isPresent()).toList();
            for (RunState state : running) {
                signal(state.component()).send(state.pid());
            }
            for (RunState state : running) {
                awaitEnd(state);
                ended.add(state.component());
            }
            for (RunState state : level) {
                states.remove(state.component());
            }
        }
        return ended;
    }

    /** By rank; those of one rank are ended together. */
    private SortedMap<Integer, List<RunState>> remembered() throws IOException {
        var all = new ArrayList<>(states.list());
        // A supervisor that cleans up before it starts is remembered too.
        all.removeIf(state -> state.pid() == ProcessHandle.current().pid());
        if (all.stream().noneMatch(state -> state.component().equals(PostgresComponent.NAME))) {
            PostmasterFile.read(home.data(PostgresComponent.NAME)).ifPresent(all::add);
        }
        return all.stream()
                .collect(Collectors.groupingBy(state -> rank(state.component()), TreeMap::new, Collectors.toList()));
    }

    private static int rank(String component) {
        if (Arrays.stream(Service.values()).anyMatch(service -> service.id().equals(component))) {
            return 0;
        }
        return switch (component) {
            case KeycloakComponent.NAME -> 1;
            case PostgresComponent.NAME -> 3;
            default -> 2;
        };
    }

    private static Signal signal(String component) {
        return component.equals(PostgresComponent.NAME) ? Signal.INT : Signal.TERM;
    }

    private static void awaitEnd(RunState state) throws IOException, InterruptedException {
        Optional<ProcessHandle> process = state.find();
        if (process.isEmpty()) {
            return;
        }
        CompletableFuture<ProcessHandle> exit = process.get().onExit();
        try {
            exit.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            Signal.KILL.send(state.pid());
            exit.join();
        } catch (ExecutionException e) {
            throw new IOException(e.getCause());
        }
    }
}

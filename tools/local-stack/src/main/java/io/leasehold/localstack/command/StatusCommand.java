package io.leasehold.localstack.command;

import io.leasehold.localstack.LocalStack;
import io.leasehold.localstack.component.Component;
import io.leasehold.localstack.process.ResidentMemory;
import io.leasehold.localstack.process.RunState;
import io.leasehold.localstack.process.RunStates;
import io.leasehold.localstack.settings.Ports;
import io.leasehold.localstack.settings.StackHome;
import java.io.IOException;
import java.util.Optional;
import java.util.stream.Collectors;

/** {@code status}: what runs, and whether it answers. */
final class StatusCommand {
    private static final int NOT_ALL_READY = 3;
    private static final String ROW = "  %-22s %-12s %8s %8s  %s%n";

    private final RunStates states;
    private boolean allReady = true;
    private long totalMemory;

    private StatusCommand(RunStates states) {
        this.states = states;
    }

    static int run(Arguments arguments) throws Exception {
        arguments.expectNoMore();
        StackHome home = StackHome.fromEnvironment(System.getenv());
        var states = new RunStates(home.run());
        if (states.list().isEmpty()) {
            System.out.println("Leasehold is not running. ./leasehold up starts it.");
            return NOT_ALL_READY;
        }
        var ports = Ports.ofRunning(states, System.getenv());
        LocalStack stack = LocalStack.builder().home(home.folder()).ports(ports).build();
        var status = new StatusCommand(states);
        System.out.printf(ROW, "component", "state", "pid", "MB", "ports");
        for (Component component : stack.components()) {
            status.print(component);
        }
        System.out.printf(ROW, "", "", "", status.totalMemory >> 20, "");
        return status.allReady ? 0 : NOT_ALL_READY;
    }

    private void print(Component component) throws IOException, InterruptedException {
        Optional<RunState> state = states.find(component.name());
        Optional<ProcessHandle> process = state.flatMap(RunState::find);
        String text = state(component, state, process);
        allReady &= text.equals("ready");
        long memory = process.map(ResidentMemory::of).orElse(0L);
        totalMemory += memory;
        System.out.printf(
                ROW,
                component.name(),
                text,
                process.map(running -> String.valueOf(running.pid())).orElse(""),
                memory == 0 ? "" : memory >> 20,
                state.map(StatusCommand::ports).orElse(""));
    }

    private static String state(Component component, Optional<RunState> state, Optional<ProcessHandle> process)
            throws InterruptedException {
        if (component.unavailable().isPresent()) {
            return "not built";
        }
        if (state.isEmpty()) {
            return "stopped";
        }
        if (process.isEmpty()) {
            return "ended";
        }
        return component.isReady() ? "ready" : "starting";
    }

    private static String ports(RunState state) {
        return state.ports().values().stream().map(String::valueOf).collect(Collectors.joining(" "));
    }
}

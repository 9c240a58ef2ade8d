package io.leasehold.localstack.command;

import io.leasehold.localstack.Leftovers;
import io.leasehold.localstack.process.Signal;
import io.leasehold.localstack.settings.StackHome;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** {@code down}: stops what runs in the background or in another terminal, and what a killed launcher left. */
final class DownCommand {
    private static final int PATIENCE_SECONDS = 90;

    private DownCommand() {}

    static int run(Arguments arguments) throws Exception {
        StackHome home = arguments
                .takeValue("--home")
                .map(folder -> ServersCommand.home(new Arguments(List.of("down", "--home", folder))))
                .orElseGet(() -> StackHome.fromEnvironment(System.getenv()));
        arguments.expectNoMore();
        var supervisor = new RunningSupervisor(home);
        Optional<ProcessHandle> running = supervisor.find();
        if (running.isPresent()) {
            Signal.TERM.send(running.get().pid());
            running.get().onExit().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        }
        List<String> leftovers = new Leftovers(home).end();
        supervisor.unregister();
        System.out.println(
                running.isPresent()
                        ? "Leasehold is stopped; the data are kept."
                        : leftovers.isEmpty() ? "Nothing was running." : "Ended what was left running: " + leftovers);
        return 0;
    }
}

package io.leasehold.localstack.command;

import io.leasehold.localstack.Leftovers;
import io.leasehold.localstack.LocalStack;
import io.leasehold.localstack.settings.Cache;
import io.leasehold.localstack.settings.Ports;
import io.leasehold.localstack.settings.StackHome;
import io.leasehold.localstack.vault.VaultLocator;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** {@code up}: starts everything on the usual ports, and keeps it running until it is told to stop. */
final class UpCommand {
    private static final int NOT_CONFIRMED = 2;

    private UpCommand() {}

    static int run(Arguments arguments) throws Exception {
        boolean fresh = arguments.takeFlag("--fresh");
        boolean yes = arguments.takeFlag("--yes");
        boolean detach = arguments.takeFlag("--detach");
        arguments.expectNoMore();
        Map<String, String> environment = System.getenv();
        StackHome home = StackHome.fromEnvironment(environment);
        Ports ports = Ports.fromEnvironment(environment);
        // Said now rather than after the servers are up.
        new VaultLocator(environment, home).find();

        var supervisor = new RunningSupervisor(home);
        if (supervisor.isAlive()) {
            System.out.println("Leasehold is running already. See ./leasehold status, or ./leasehold down.");
            return 0;
        }
        if (fresh && !wipe(home, yes)) {
            return NOT_CONFIRMED;
        }
        if (detach) {
            return new Detached(home).start(List.of("up"));
        }
        LocalStack stack = LocalStack.builder()
                .home(home.folder())
                .ports(ports)
                .listener(Terminal.progress())
                .build();
        return new Attended(stack, supervisor).run(() -> new Welcome(stack, ports).print());
    }

    private static boolean wipe(StackHome home, boolean yes) throws IOException, InterruptedException {
        String question = "This deletes all data in " + home.data() + ".";
        if (!yes && !Terminal.confirm(question)) {
            System.out.println("Nothing was deleted.");
            return false;
        }
        new Leftovers(home).end();
        Cache.deleteTree(home.data());
        return true;
    }
}

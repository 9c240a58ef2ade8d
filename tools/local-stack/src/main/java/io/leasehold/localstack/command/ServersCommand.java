package io.leasehold.localstack.command;

import io.leasehold.localstack.Leftovers;
import io.leasehold.localstack.LocalStack;
import io.leasehold.localstack.settings.Cache;
import io.leasehold.localstack.settings.StackHome;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** {@code servers}: only the real servers, on free ports and without any data, for tests. */
final class ServersCommand {
    private ServersCommand() {}

    static int run(Arguments arguments) throws Exception {
        boolean detach = arguments.takeFlag("--detach");
        StackHome home = home(arguments);
        arguments.expectNoMore();
        var supervisor = new RunningSupervisor(home);
        if (supervisor.isAlive()) {
            System.out.println("Running already; addresses in " + home.addresses());
            return 0;
        }
        if (detach) {
            var line =
                    new ArrayList<>(List.of("servers", "--home", home.folder().toString()));
            return new Detached(home).start(line);
        }
        LocalStack stack = build(home);
        return new Attended(stack, supervisor)
                .run(() -> System.out.println("Addresses and credentials: " + home.addresses()));
    }

    static StackHome home(Arguments arguments) {
        StackHome usual = StackHome.fromEnvironment(System.getenv());
        Path folder = arguments.takeValue("--home").map(Path::of).orElseGet(() -> testHome(usual));
        return usual.at(folder);
    }

    static Path testHome(StackHome usual) {
        return usual.checkout().resolve("target/test-stack");
    }

    /** A stack of servers with nothing left in them from an earlier run. */
    static LocalStack build(StackHome home) throws IOException, InterruptedException {
        new Leftovers(home).end();
        Cache.deleteTree(home.data());
        return LocalStack.builder()
                .home(home.folder())
                .onlyServers()
                .listener(Terminal.progress())
                .build();
    }
}

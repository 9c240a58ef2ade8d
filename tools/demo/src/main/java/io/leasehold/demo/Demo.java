package io.leasehold.demo;

import io.leasehold.demo.client.UnexpectedAnswerException;
import io.leasehold.demo.client.WorkspaceClient;
import io.leasehold.demo.traffic.DemoSetup;
import io.leasehold.demo.traffic.DemoTraffic;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Sends demo traffic to the local system until it is stopped. */
public final class Demo {
    private static final String WORKSPACE = "acme";
    private static final int FAILED = 1;

    private Demo() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        try {
            run();
        } catch (IllegalStateException | UnexpectedAnswerException | UncheckedIOException failure) {
            System.err.println(failure.getMessage());
            System.exit(FAILED);
        }
    }

    private static void run() throws IOException, InterruptedException {
        LocalSystem system = LocalSystem.running(System.getenv());
        WorkspaceClient admin = system.user("ada", WORKSPACE);
        new DemoSetup(system.http(), system.endpoints(), admin).ensureKeys(DemoTraffic.providers());
        try (DemoTraffic traffic = new DemoTraffic(node -> system.node(node, WORKSPACE))) {
            System.out.printf(
                    "Sending traffic; watch it at %s. Ctrl-C stops it.%n",
                    system.endpoints().adminUi());
            traffic.run(System.out::println);
        }
    }
}

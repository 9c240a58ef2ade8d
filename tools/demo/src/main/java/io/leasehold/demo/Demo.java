package io.leasehold.demo;

import io.leasehold.demo.client.WorkspaceClient;
import io.leasehold.demo.traffic.DemoSetup;
import io.leasehold.demo.traffic.DemoTraffic;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Sends demo traffic to the local system until it is stopped. The one argument, if any, is requests per second. */
public final class Demo {
    private static final double USUAL_PACE = 3;

    private Demo() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        double pace = Optional.of(arguments)
                .filter(given -> given.length > 0)
                .map(given -> Double.parseDouble(given[0]))
                .orElse(USUAL_PACE);
        LocalSystem system = LocalSystem.running(System.getenv());
        new DemoSetup(system.http(), system.endpoints(), system.user("ada", "acme")).ensureKeys();
        Map<String, WorkspaceClient> nodes =
                Map.of("node-a", system.node("node-a", "acme"), "node-b", system.node("node-b", "acme"));
        try (DemoTraffic traffic = new DemoTraffic(nodes, pace);
                ScheduledExecutorService reports = Executors.newSingleThreadScheduledExecutor(
                        Thread.ofPlatform().daemon().factory())) {
            System.out.printf(
                    "About %.1f requests a second. Watch %s; Ctrl-C stops.%n",
                    pace, system.endpoints().adminUi());
            Future<?> _ = reports.scheduleAtFixedRate(() -> report(traffic), 10, 10, TimeUnit.SECONDS);
            traffic.run();
        }
    }

    private static void report(DemoTraffic traffic) {
        DemoTraffic.Count count = traffic.count();
        System.out.printf("%d answered, %d refused%n", count.answered(), count.refused());
    }
}

package io.leasehold.demo.traffic;

import io.leasehold.demo.client.WorkspaceClient;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Several applications on several nodes at work, until stopped. */
public final class DemoTraffic implements AutoCloseable {
    private static final Duration REPORT = Duration.ofSeconds(10);

    private final Function<String, WorkspaceClient> nodes;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build();
    private final ExecutorService applications = Executors.newVirtualThreadPerTaskExecutor();

    /** @param nodes a node at work, by its name; asked once for each */
    public DemoTraffic(Function<String, WorkspaceClient> nodes) {
        this.nodes = nodes;
    }

    /** The providers that the applications call. */
    public static Set<String> providers() {
        return Workload.ALL.stream().map(Workload::provider).collect(Collectors.toUnmodifiableSet());
    }

    /**
     * Runs until the thread is interrupted.
     *
     * @param lines told now and then how it goes
     */
    public void run(Consumer<String> lines) throws InterruptedException {
        Tally tally = new Tally(lines);
        ModelCall call = new ModelCall(http);
        Map<String, WorkspaceClient> atWork = new HashMap<>();
        for (Workload workload : Workload.ALL) {
            WorkspaceClient node = atWork.computeIfAbsent(workload.node(), nodes);
            applications.execute(new Application(workload, node, call, tally));
        }
        while (true) {
            Thread.sleep(REPORT);
            tally.tell();
        }
    }

    @Override
    public void close() {
        applications.shutdownNow();
        http.shutdownNow();
    }
}

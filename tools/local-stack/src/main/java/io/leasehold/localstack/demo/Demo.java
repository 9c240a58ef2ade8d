package io.leasehold.localstack.demo;

import io.leasehold.localstack.KeycloakAddress;
import io.leasehold.localstack.settings.Port;
import io.leasehold.localstack.settings.Ports;
import java.io.IOException;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Sends traffic to a running stack until it is interrupted. */
public final class Demo {
    private static final Duration REPORT = Duration.ofSeconds(10);
    private static final String WORKSPACE = "acme";
    private static final String ADMIN = "ada";

    private final Ports ports;
    private final KeycloakAddress keycloak;
    private final Http http = new Http();
    private final Tally tally = new Tally();

    public Demo(Ports ports, KeycloakAddress keycloak) {
        this.ports = ports;
        this.keycloak = keycloak;
    }

    public void run() throws IOException, InterruptedException {
        var keys = new Api(http, ports.url(Port.KEY_SERVICE), AccessToken.ofUser(http, keycloak, ADMIN), WORKSPACE);
        var pool = new KeyPool(http, ports.url(Port.PROVIDER_SIM), keys);
        for (String provider : List.of("anthropic", "openrouter")) {
            pool.ensure(provider);
        }
        System.out.println("Sending traffic; Ctrl-C stops it.");
        try (ExecutorService applications = Executors.newVirtualThreadPerTaskExecutor()) {
            start(applications);
            while (true) {
                Thread.sleep(REPORT);
                System.out.println(
                        LocalTime.now(ZoneId.systemDefault()).truncatedTo(ChronoUnit.SECONDS) + "  " + tally.take());
            }
        }
    }

    private void start(ExecutorService applications) {
        Map<String, Api> leases = new HashMap<>();
        for (Workload workload : Workload.ALL) {
            Api api = leases.computeIfAbsent(
                    workload.node(),
                    node -> new Api(
                            http,
                            ports.url(Port.DISTRIBUTION_SERVICE),
                            AccessToken.ofNode(http, keycloak, node),
                            WORKSPACE));
            applications.execute(new Application(workload, http, api, tally));
        }
    }
}

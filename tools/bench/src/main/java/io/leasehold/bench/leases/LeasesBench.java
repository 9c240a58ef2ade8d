package io.leasehold.bench.leases;

import io.leasehold.bench.Options;
import io.leasehold.bench.load.Generator;
import io.leasehold.bench.process.OwnStack;
import io.leasehold.demo.client.Http;
import io.leasehold.demo.client.TokenSource;
import io.leasehold.localstack.KeycloakAddress;
import io.leasehold.localstack.LocalStackBuilder;
import io.leasehold.localstack.settings.Port;
import io.leasehold.localstack.settings.Service;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.sql.SQLException;
import java.util.Map;

/**
 * Grants, holds and the end of many leases, on a distribution-service and a Kafka of their own beside the servers that run:
 * there is no gateway and no key-service, and nothing else is in its tables.
 */
public final class LeasesBench {
    /** More than anybody asks for: calls are limited by address, and here all of them come from one. */
    private static final String NO_LIMIT = "1000000000";

    private LeasesBench() {}

    /** @throws IllegalStateException when no servers run */
    public static void run(Options options, Map<String, String> environment)
            throws IOException, SQLException, InterruptedException {
        System.out.printf(
                "%d rounds of %d s. Everything on this machine, %d processors, load average before: %.1f%n",
                options.rounds(),
                options.seconds(),
                Runtime.getRuntime().availableProcessors(),
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
        try (OwnStack own = OwnStack.start(environment, Service.DISTRIBUTION_SERVICE, LeasesBench::alone);
                FleetRows rows = new FleetRows(own.servers().postgres(), own.database());
                Generator generator = Generator.start(options.connections())) {
            trials(options, own, rows, generator).run();
        }
    }

    private static LocalStackBuilder alone(LocalStackBuilder stack) {
        Service service = Service.DISTRIBUTION_SERVICE;
        return stack.ownKafka()
                .onlyServers()
                .optimised(service)
                .variable(service, "LEASEHOLD_CALL_LIMITS_USER_PER_SECOND", NO_LIMIT)
                .variable(service, "LEASEHOLD_CALL_LIMITS_USER_BURST", NO_LIMIT)
                .variable(service, "LEASEHOLD_CALL_LIMITS_ADDRESS_PER_SECOND", NO_LIMIT)
                .variable(service, "LEASEHOLD_CALL_LIMITS_ADDRESS_BURST", NO_LIMIT);
    }

    private static Trials trials(Options options, OwnStack own, FleetRows rows, Generator generator)
            throws IOException {
        Fleet fleet = Fleet.make();
        KeycloakAddress keycloak = own.servers().keycloak();
        TokenSource gateway = TokenSource.client(
                new Http(), keycloak.issuer(), Service.GATEWAY.id(), keycloak.clientSecret(Service.GATEWAY.id()));
        URI service = own.stack().url(Port.DISTRIBUTION_SERVICE);
        return new Trials(
                options,
                generator,
                own.process(),
                fleet,
                rows,
                new Asks(service, fleet, Trials.NODES),
                new HoldCalls(service, gateway, fleet));
    }
}

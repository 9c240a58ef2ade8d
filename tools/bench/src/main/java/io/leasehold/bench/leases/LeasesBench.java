package io.leasehold.bench.leases;

import io.leasehold.bench.Options;
import io.leasehold.bench.load.Generator;
import io.leasehold.bench.process.MeasuredProcess;
import io.leasehold.bench.process.RunningServers;
import io.leasehold.demo.client.Http;
import io.leasehold.demo.client.TokenSource;
import io.leasehold.localstack.LocalStack;
import io.leasehold.localstack.PostgresAddress;
import io.leasehold.localstack.StackAddresses;
import io.leasehold.localstack.component.ComponentFailure;
import io.leasehold.localstack.settings.Port;
import io.leasehold.localstack.settings.Service;
import io.leasehold.localstack.settings.StackHome;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

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
        StackAddresses servers = RunningServers.find(StackHome.fromEnvironment(environment));
        String suffix = "_bench_" + UUID.randomUUID().toString().substring(0, 8);
        Path home = Files.createTempDirectory("leasehold-bench-");
        String database = Service.DISTRIBUTION_SERVICE.database() + suffix;
        System.out.printf(
                "%d rounds of %d s. Everything on this machine, %d processors, load average before: %.1f%n",
                options.rounds(),
                options.seconds(),
                Runtime.getRuntime().availableProcessors(),
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
        try (LocalStack stack = stack(home, servers, suffix)) {
            start(stack);
            MeasuredProcess measured = MeasuredProcess.find(stack.home(), Service.DISTRIBUTION_SERVICE.id());
            try (FleetRows rows = new FleetRows(servers.postgres(), database);
                    Generator generator = Generator.start(options.connections())) {
                trials(options, stack, servers, measured, rows, generator).run();
            }
        } finally {
            drop(servers.postgres(), database);
        }
    }

    private static LocalStack stack(Path home, StackAddresses servers, String suffix) throws IOException {
        Service service = Service.DISTRIBUTION_SERVICE;
        return LocalStack.builder()
                .home(home)
                .servers(servers)
                .ownKafka()
                .onlyServers()
                .services(Set.of(service))
                .optimised(service)
                .variable(service, "LEASEHOLD_CALL_LIMITS_USER_PER_SECOND", NO_LIMIT)
                .variable(service, "LEASEHOLD_CALL_LIMITS_USER_BURST", NO_LIMIT)
                .variable(service, "LEASEHOLD_CALL_LIMITS_ADDRESS_PER_SECOND", NO_LIMIT)
                .variable(service, "LEASEHOLD_CALL_LIMITS_ADDRESS_BURST", NO_LIMIT)
                .databaseSuffix(suffix)
                .build();
    }

    private static Trials trials(
            Options options,
            LocalStack stack,
            StackAddresses servers,
            MeasuredProcess measured,
            FleetRows rows,
            Generator generator)
            throws IOException {
        Fleet fleet = Fleet.make();
        TokenSource gateway = TokenSource.client(
                new Http(),
                servers.keycloak().issuer(),
                Service.GATEWAY.id(),
                servers.keycloak().clientSecret(Service.GATEWAY.id()));
        var service = stack.url(Port.DISTRIBUTION_SERVICE);
        return new Trials(
                options,
                generator,
                measured,
                fleet,
                rows,
                new Asks(service, fleet, Trials.NODES),
                new HoldCalls(service, gateway, fleet));
    }

    private static void start(LocalStack stack) throws IOException, InterruptedException {
        try {
            stack.start();
        } catch (ComponentFailure failure) {
            throw new IllegalStateException(failure.getMessage(), failure);
        }
    }

    /** A million leases are a gigabyte that nobody needs any more. */
    private static void drop(PostgresAddress server, String database) throws SQLException {
        try (Connection connection =
                        DriverManager.getConnection(server.jdbcUrl("postgres"), server.superuser(), server.password());
                Statement drop = connection.createStatement()) {
            drop.execute("drop database if exists " + database + " with (force)");
        }
    }
}

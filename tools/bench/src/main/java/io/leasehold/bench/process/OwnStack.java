package io.leasehold.bench.process;

import io.leasehold.localstack.LocalStack;
import io.leasehold.localstack.LocalStackBuilder;
import io.leasehold.localstack.PostgresAddress;
import io.leasehold.localstack.StackAddresses;
import io.leasehold.localstack.component.ComponentFailure;
import io.leasehold.localstack.settings.Service;
import io.leasehold.localstack.settings.StackHome;
import java.io.IOException;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;

/** One service of a benchmark's own beside the real servers that run. Its database is dropped at the end. */
public final class OwnStack implements AutoCloseable {
    private final LocalStack stack;
    private final StackAddresses servers;
    private final Service service;
    private final String databaseSuffix;

    private OwnStack(LocalStack stack, StackAddresses servers, Service service, String databaseSuffix) {
        this.stack = stack;
        this.servers = servers;
        this.service = service;
        this.databaseSuffix = databaseSuffix;
    }

    /**
     * @param with what is needed beside the service, and its settings
     * @throws IllegalStateException when no servers run, or the service does not start
     */
    public static OwnStack start(
            Map<String, String> environment, Service service, UnaryOperator<LocalStackBuilder> with)
            throws IOException, InterruptedException {
        StackAddresses servers = RunningServers.find(StackHome.fromEnvironment(environment));
        String suffix = "_bench_" + UUID.randomUUID().toString().substring(0, 8);
        LocalStack stack = with.apply(LocalStack.builder()
                        .home(Files.createTempDirectory("leasehold-bench-"))
                        .servers(servers)
                        .databaseSuffix(suffix))
                .services(Set.of(service))
                .build();
        try {
            stack.start();
            return new OwnStack(stack, servers, service, suffix);
        } catch (ComponentFailure failure) {
            stack.close();
            throw new IllegalStateException(failure.getMessage(), failure);
        }
    }

    public LocalStack stack() {
        return stack;
    }

    public Service service() {
        return service;
    }

    /** The servers that it runs beside. */
    public StackAddresses servers() {
        return servers;
    }

    /** The name of the service's database. */
    public String database() {
        return service.database() + databaseSuffix;
    }

    public MeasuredProcess process() throws IOException {
        return MeasuredProcess.find(stack.home(), service.id());
    }

    /** Ends the service without a warning. */
    public void kill() throws InterruptedException {
        stack.kill(service.id());
    }

    /** Starts it again; it was killed before. */
    public void restart() throws InterruptedException {
        try {
            stack.restart(service.id());
        } catch (ComponentFailure failure) {
            throw new IllegalStateException(failure.getMessage(), failure);
        }
    }

    /** Up to a gigabyte that nobody needs any more. */
    @Override
    public void close() {
        stack.close();
        PostgresAddress server = servers.postgres();
        try (Connection connection =
                        DriverManager.getConnection(server.jdbcUrl("postgres"), server.superuser(), server.password());
                Statement drop = connection.createStatement()) {
            drop.execute("drop database if exists " + database() + " with (force)");
        } catch (SQLException failure) {
            System.err.println("The database " + database() + " stays: " + failure.getMessage());
        }
    }
}

package io.leasehold.localstack.postgres;

import io.leasehold.localstack.PostgresAddress;
import io.leasehold.localstack.component.Component;
import io.leasehold.localstack.process.ProcessSpec;
import io.leasehold.localstack.process.ServerProcess;
import io.leasehold.localstack.process.Signal;
import io.leasehold.localstack.settings.Port;
import io.leasehold.localstack.settings.Ports;
import io.leasehold.localstack.settings.StackHome;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** PostgreSQL on its own data folder. */
public final class PostgresComponent implements Component {
    public static final String NAME = "postgresql";

    private final StackHome home;
    private final Ports ports;
    private final PostgresAddress address;
    private final PostgresBinaries binaries;
    private volatile @Nullable ServerProcess process;

    public PostgresComponent(StackHome home, Ports ports, String password, PostgresBinaries binaries) {
        this.home = home;
        this.ports = ports;
        this.address = new PostgresAddress(ports.host(), ports.number(Port.POSTGRESQL), "postgres", password);
        this.binaries = binaries;
    }

    public PostgresAddress address() {
        return address;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Set<String> dependencies() {
        return Set.of();
    }

    @Override
    public Set<Port> ports() {
        return Set.of(Port.POSTGRESQL);
    }

    @Override
    public void start(Consumer<String> progress) throws IOException, InterruptedException {
        if (!binaries.areThere()) {
            progress.accept("fetching it, once");
        }
        Path programs = binaries.folder().resolve("bin");
        Path data = home.data(NAME);
        var folder = new PostgresDataFolder(data, programs);
        folder.prepare(address, ports.isThisMachineOnly(), home.run());
        process = ServerProcess.start(
                new ProcessSpec(NAME, command(programs, data), Map.of("TZ", "UTC"), data, home.log(NAME)), Signal.INT);
    }

    private List<String> command(Path programs, Path data) {
        var command = new ArrayList<>(Unprivileged.prefix());
        command.addAll(List.of(programs.resolve("postgres").toString(), "-D", data.toString()));
        serverSettings().forEach((name, value) -> command.addAll(List.of("-c", name + "=" + value)));
        return command;
    }

    private Map<String, String> serverSettings() {
        return Map.ofEntries(
                Map.entry("port", String.valueOf(address.port())),
                Map.entry("listen_addresses", ports.listenAddress()),
                Map.entry("unix_socket_directories", ""),
                Map.entry("scram_iterations", PostgresDataFolder.SCRAM_ITERATIONS),
                // What a crash may lose here must be what it may lose in production: nothing that was committed.
                Map.entry("fsync", "on"),
                Map.entry("synchronous_commit", "on"),
                Map.entry("max_connections", "200"),
                Map.entry("shared_buffers", "96MB"),
                // Compiling short queries costs more than it saves.
                Map.entry("jit", "off"),
                Map.entry("timezone", "UTC"),
                Map.entry("log_timezone", "UTC"));
    }

    @Override
    public boolean isReady() {
        try (var connection =
                DriverManager.getConnection(address.jdbcUrl("postgres"), address.superuser(), address.password())) {
            return connection.isValid(2);
        } catch (SQLException e) {
            return false;
        }
    }

    @Override
    public Optional<ServerProcess> process() {
        return Optional.ofNullable(process);
    }
}

package io.leasehold.localstack.service;

import io.leasehold.localstack.component.Component;
import io.leasehold.localstack.component.HttpProbe;
import io.leasehold.localstack.process.JavaCommand;
import io.leasehold.localstack.process.ProcessSpec;
import io.leasehold.localstack.process.ServerProcess;
import io.leasehold.localstack.settings.Port;
import io.leasehold.localstack.settings.Ports;
import io.leasehold.localstack.settings.StackHome;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The simulated providers, with accounts and keys to try things with. */
public final class SimulatorComponent implements Component {
    public static final String NAME = "provider-sim";

    private final StackHome home;
    private final Ports ports;
    private volatile @Nullable ServerProcess process;

    public SimulatorComponent(StackHome home, Ports ports) {
        this.home = home;
        this.ports = ports;
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
        return Set.of(Port.PROVIDER_SIM);
    }

    @Override
    public Optional<String> unavailable() {
        return Files.exists(jar()) ? Optional.empty() : Optional.of("not built: " + jar());
    }

    private Path jar() {
        return home.checkout().resolve("tools/provider-sim/target/provider-sim.jar");
    }

    @Override
    public void start(Consumer<String> progress) throws IOException {
        Path data = home.data(NAME);
        Files.createDirectories(data);
        List<String> command = JavaCommand.of(JvmOptions.FAST)
                .jar(
                        jar(),
                        "--host",
                        ports.listenAddress(),
                        "--port",
                        String.valueOf(ports.number(Port.PROVIDER_SIM)),
                        "--seed",
                        "--data",
                        data.resolve("ledger").toString());
        process = ServerProcess.start(new ProcessSpec(NAME, command, Map.of(), data, home.log(NAME)));
    }

    @Override
    public boolean isReady() throws InterruptedException {
        return HttpProbe.isOk(URI.create(ports.url(Port.PROVIDER_SIM) + "/control/health"));
    }

    @Override
    public Optional<ServerProcess> process() {
        return Optional.ofNullable(process);
    }
}

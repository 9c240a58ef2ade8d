package io.leasehold.localstack.vault;

import io.leasehold.localstack.VaultAddress;
import io.leasehold.localstack.component.HttpProbe;
import io.leasehold.localstack.process.LogFile;
import io.leasehold.localstack.process.ProcessSpec;
import io.leasehold.localstack.process.ServerProcess;
import io.leasehold.localstack.settings.Port;
import io.leasehold.localstack.settings.Ports;
import io.leasehold.localstack.settings.Secrets;
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

/** A Vault of our own, started from a program; never in its development mode. */
public final class OwnVault implements VaultComponent {
    private final StackHome home;
    private final Ports ports;
    private final Secrets secrets;
    private final VaultSource.Program program;
    private volatile @Nullable ServerProcess process;
    private volatile @Nullable VaultAddress address;

    public OwnVault(StackHome home, Ports ports, Secrets secrets, VaultSource.Program program) {
        this.home = home;
        this.ports = ports;
        this.secrets = secrets;
        this.program = program;
    }

    @Override
    public @Nullable VaultAddress address() {
        return address;
    }

    @Override
    public Set<Port> ports() {
        return Set.of(Port.VAULT, Port.VAULT_CLUSTER);
    }

    @Override
    public void start(Consumer<String> progress) throws IOException {
        Path data = home.data(NAME);
        Files.createDirectories(data.resolve("raft"));
        Path config = data.resolve("vault.hcl");
        Files.writeString(config, config(data));
        LogFile.rotate(auditLog());
        var command = List.of(program.executable().toString(), "server", "-config=" + config);
        process = ServerProcess.start(new ProcessSpec(NAME, command, Map.of(), data, home.log(NAME)));
    }

    private String config(Path data) {
        return """
                storage "raft" {
                  path    = "%s"
                  node_id = "local"
                  # As quick an election as it can be: there is nobody to wait for.
                  performance_multiplier = 1
                }
                listener "tcp" {
                  address         = "%s:%d"
                  cluster_address = "127.0.0.1:%d"
                  tls_disable     = true
                }
                api_addr      = "%s"
                cluster_addr  = "https://127.0.0.1:%d"
                disable_mlock = true
                log_level     = "warn"
                """.formatted(
                        data.resolve("raft"),
                        ports.listenAddress(),
                        ports.number(Port.VAULT),
                        ports.number(Port.VAULT_CLUSTER),
                        url(),
                        ports.number(Port.VAULT_CLUSTER));
    }

    private URI url() {
        return ports.url(Port.VAULT);
    }

    private Path auditLog() {
        return home.log("vault-audit");
    }

    @Override
    public boolean isReady() throws InterruptedException {
        return HttpProbe.isOk(URI.create(url() + "/v1/sys/seal-status"));
    }

    @Override
    public void provision() throws IOException, InterruptedException {
        VaultSeal.Keys keys = new VaultSeal(url(), home.data(NAME).resolve("unseal.properties")).open();
        awaitActive();
        var setup = new VaultSetup(
                new VaultApi(url(), keys.rootToken()), home.checkout().resolve("k8s/vault"), secrets);
        address = new VaultAddress(url(), keys.rootToken(), keys.unsealKey(), setup.run(auditLog()));
    }

    // An unsealed raft node still has to elect itself.
    private void awaitActive() throws IOException, InterruptedException {
        for (int attempt = 0; attempt < 300; attempt++) {
            if (HttpProbe.isOk(URI.create(url() + "/v1/sys/health"))) {
                return;
            }
            Thread.sleep(100);
        }
        throw new IOException("it did not become active after it was unsealed");
    }

    @Override
    public Optional<ServerProcess> process() {
        return Optional.ofNullable(process);
    }
}

package io.leasehold.localstack.vault;

import io.leasehold.localstack.VaultAddress;
import io.leasehold.localstack.component.HttpProbe;
import io.leasehold.localstack.process.ServerProcess;
import io.leasehold.localstack.settings.Port;
import io.leasehold.localstack.settings.Secrets;
import io.leasehold.localstack.settings.StackHome;
import java.io.IOException;
import java.net.URI;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A Vault that runs elsewhere; it is set up, never started or stopped. */
final class ConfiguredVault implements VaultComponent {
    private final StackHome home;
    private final Secrets secrets;
    private final VaultSource.Configured source;
    private volatile @Nullable VaultAddress address;

    ConfiguredVault(StackHome home, Secrets secrets, VaultSource.Configured source) {
        this.home = home;
        this.secrets = secrets;
        this.source = source;
    }

    @Override
    public @Nullable VaultAddress address() {
        return address;
    }

    @Override
    public Set<Port> ports() {
        return Set.of();
    }

    @Override
    public void start(Consumer<String> progress) {
        progress.accept("setting up " + source.description());
    }

    @Override
    public boolean isReady() throws InterruptedException {
        return HttpProbe.isOk(URI.create(source.url() + "/v1/sys/health"));
    }

    @Override
    public void provision() throws IOException, InterruptedException {
        var setup = new VaultSetup(
                new VaultApi(source.url(), source.token()), home.checkout().resolve("k8s/vault"), secrets);
        address = new VaultAddress(source.url(), source.token(), null, setup.run(null));
    }

    @Override
    public Optional<ServerProcess> process() {
        return Optional.empty();
    }
}

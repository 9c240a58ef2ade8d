package io.leasehold.localstack.vault;

import io.leasehold.localstack.VaultAddress;
import io.leasehold.localstack.component.Component;
import io.leasehold.localstack.settings.Ports;
import io.leasehold.localstack.settings.Secrets;
import io.leasehold.localstack.settings.StackHome;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A Vault with our secrets engine, policies and roles. */
public sealed interface VaultComponent extends Component permits OwnVault, ConfiguredVault {
    String NAME = "vault";

    static VaultComponent of(VaultSource source, StackHome home, Ports ports, Secrets secrets) {
        return switch (source) {
            case VaultSource.Program program -> new OwnVault(home, ports, secrets, program);
            case VaultSource.Configured configured -> new ConfiguredVault(home, secrets, configured);
        };
    }

    /** Where it is and who may use it; null until it is ready. */
    @Nullable
    VaultAddress address();

    @Override
    default String name() {
        return NAME;
    }

    @Override
    default Set<String> dependencies() {
        return Set.of();
    }
}

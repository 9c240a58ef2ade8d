package io.leasehold.gateway.secret;

import io.leasehold.contracts.event.AuditEntry;
import io.leasehold.gateway.record.RecordPublisher;
import io.leasehold.kit.id.Ids;
import io.leasehold.kit.secret.SecretPath;
import io.leasehold.kit.secret.SecretSource;
import io.leasehold.kit.secret.VaultSecrets;
import io.leasehold.providers.Secret;
import jakarta.enterprise.inject.Typed;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Map;

/** Keys' secrets out of Vault. Every reading is told to the workspace's audit log; Vault's own has it in any case. */
@Singleton
@Typed(AuditedVault.class)
class AuditedVault implements SecretSource {
    private static final String SERVICE = "gateway";

    private final VaultSecrets vault;
    private final RecordPublisher publisher;
    private final Clock clock;

    AuditedVault(VaultSecrets vault, RecordPublisher publisher, Clock clock) {
        this.vault = vault;
        this.publisher = publisher;
        this.clock = clock;
    }

    @Override
    public Secret read(SecretPath path, int version) {
        Secret secret = vault.read(path, version);
        if (path.owner() == SecretPath.Owner.CONVERSATIONS) {
            // It belongs to no workspace, whose log could tell of it.
            return secret;
        }
        publisher.publish(new AuditEntry(
                Ids.next(),
                path.workspaceId(),
                clock.instant(),
                SERVICE,
                SERVICE,
                "secret.read",
                path.owner().noun(),
                path.id().toString(),
                "success",
                null,
                Map.of("secret_version", Integer.toString(version), "purpose", "relay")));
        return secret;
    }
}

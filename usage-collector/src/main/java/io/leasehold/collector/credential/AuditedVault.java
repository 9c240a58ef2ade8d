package io.leasehold.collector.credential;

import io.leasehold.kit.audit.Audit;
import io.leasehold.kit.database.Database;
import io.leasehold.kit.secret.SecretPath;
import io.leasehold.kit.secret.SecretSource;
import io.leasehold.kit.secret.VaultSecrets;
import io.leasehold.providers.Secret;
import jakarta.enterprise.inject.Typed;
import jakarta.inject.Singleton;
import java.util.Map;

/** Admin credentials out of Vault; none is used without its entry in the audit log. */
@Singleton
@Typed(AuditedVault.class)
class AuditedVault implements SecretSource {
    private final VaultSecrets vault;
    private final Database database;
    private final Audit audit;

    AuditedVault(VaultSecrets vault, Database database, Audit audit) {
        this.vault = vault;
        this.database = database;
        this.audit = audit;
    }

    @Override
    public Secret read(SecretPath path, int version) {
        Secret secret = vault.read(path, version);
        database.useWorkspace(
                path.workspaceId(),
                handle -> audit.recordOwn(
                        handle,
                        path.workspaceId(),
                        "secret.read",
                        path.owner().noun(),
                        path.id(),
                        Map.of("secret_version", Integer.toString(version), "purpose", "poll")));
        return secret;
    }
}

package io.leasehold.key.secret;

import io.leasehold.kit.database.Database;
import io.leasehold.kit.secret.SecretPath;
import io.leasehold.kit.secret.SecretStore;
import io.leasehold.kit.secret.SecretStoreProblem;
import io.leasehold.providers.Secret;
import java.time.Clock;
import java.util.List;

/** Secrets sealed in this service's own database, for installations without a Vault. */
class SealedSecrets implements SecretStore {
    private final SecretSeal seal;
    private final Database database;
    private final Clock clock;

    SealedSecrets(MasterKeys masters, Database database, Clock clock) {
        this.seal = new SecretSeal(masters);
        this.database = database;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "sealed";
    }

    @Override
    public int currentVersion(SecretPath path) {
        return database.inWorkspace(path.workspaceId(), handle -> SealedSecretStore.currentVersion(handle, path));
    }

    @Override
    public int write(SecretPath path, int currentVersion, Secret secret) {
        int version = currentVersion + 1;
        SealedText sealed = seal.seal(path, version, secret);
        boolean added = database.inWorkspace(
                path.workspaceId(),
                handle -> SealedSecretStore.addAfter(handle, path, currentVersion, sealed, clock.instant()));
        if (!added) {
            throw SecretStoreProblem.conflict(path);
        }
        return version;
    }

    @Override
    public Secret read(SecretPath path, int version) {
        SealedText sealed = database.inWorkspace(
                        path.workspaceId(), handle -> SealedSecretStore.find(handle, path, version))
                .orElseThrow(() -> SecretStoreProblem.missing(path, version));
        return seal.open(path, version, sealed);
    }

    @Override
    public void destroy(SecretPath path, int version) {
        database.useWorkspace(path.workspaceId(), handle -> SealedSecretStore.empty(handle, path, version));
    }

    @Override
    public void destroy(SecretPath path) {
        database.useWorkspace(path.workspaceId(), handle -> SealedSecretStore.delete(handle, path));
    }

    @Override
    public List<SecretPath> list() {
        return database.asSystem(SealedSecretStore::list);
    }

    /** It is as ready as the database, which has a check of its own. */
    @Override
    public void requireReady() {}
}

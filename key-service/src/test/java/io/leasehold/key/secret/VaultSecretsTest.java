package io.leasehold.key.secret;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;

@QuarkusTest
class VaultSecretsTest implements SecretStoreContract {
    @Inject
    VaultSecrets vault;

    @Override
    public SecretStore store() {
        return vault;
    }
}

package io.leasehold.gateway.secret;

import static org.assertj.core.api.Assertions.assertThat;

import io.leasehold.contracts.Topic;
import io.leasehold.contracts.event.AuditEntry;
import io.leasehold.gateway.world.Gateway;
import io.leasehold.gateway.world.GatewayUnderTest;
import io.leasehold.gateway.world.RealVault;
import io.leasehold.gateway.world.Services;
import io.leasehold.gateway.world.SwitchedVault;
import io.leasehold.gateway.world.Tenant;
import io.leasehold.gateway.world.TestLease;
import io.leasehold.test.Await;
import io.leasehold.test.Events;
import io.leasehold.test.Servers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The gateway with a Vault that it reads by itself. */
@QuarkusTest
@QuarkusTestResource(GatewayUnderTest.class)
@QuarkusTestResource(value = SwitchedVault.class, restrictToAnnotatedClass = true)
class VaultModeTest {
    private final Tenant tenant = Tenant.of("anthropic");

    @BeforeEach
    void requireVault() {
        Servers.requireVault();
    }

    @Test
    void aKeysSecretIsReadInVaultAndTheReadingIsAudited() {
        RealVault.keep(tenant);
        TestLease lease = tenant.lease().make();

        assertThat(Gateway.message(lease.token(), 5).statusCode()).isEqualTo(200);

        String keyId = tenant.key().keyId().toString();
        assertThat(Services.calls("secrets/keys/" + keyId)).isZero();
        assertThat(Events.await(
                        Topic.AUDIT,
                        1,
                        event -> event.data() instanceof AuditEntry entry && keyId.equals(entry.target())))
                .extracting(event -> ((AuditEntry) event.data()).action())
                .containsOnly("secret.read");
    }

    @Test
    void whileVaultIsSealedWhatWasReadGoesOnAndWhatWasNotWaitsForIt() {
        RealVault.keep(tenant);
        TestLease lease = tenant.lease().make();
        assertThat(Gateway.message(lease.token(), 5).statusCode()).isEqualTo(200);
        Tenant other = Tenant.of("anthropic");
        RealVault.keep(other);
        TestLease unread = other.lease().untold().make();

        try {
            RealVault.seal(true);

            assertThat(Gateway.message(lease.token(), 5).statusCode()).isEqualTo(200);
            assertThat(Gateway.message(unread.token(), 5).statusCode()).isEqualTo(503);
        } finally {
            RealVault.seal(false);
        }

        Await.untilAsserted(() ->
                assertThat(Gateway.message(unread.token(), 5).statusCode()).isEqualTo(200));
    }
}

package io.leasehold.gateway.lease;

import static org.assertj.core.api.Assertions.assertThat;

import io.leasehold.contracts.LeaseMode;
import io.leasehold.contracts.LeaseState;
import io.leasehold.contracts.event.LeaseView;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class LeasesTest {
    private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");

    private final Leases leases = new Leases();
    private final UUID id = UUID.randomUUID();

    @Test
    void aLeaseIsFoundByEachOfItsTokens() {
        leases.put(lease(1, LeaseMode.GATEWAY, "a", "b"));

        assertThat(leases.find("a")).isSameAs(leases.find("b")).isNotNull();
    }

    @Test
    void anOlderVersionIsPassedOver() {
        leases.put(lease(2, LeaseMode.GATEWAY, "a"));

        assertThat(leases.put(lease(1, LeaseMode.GATEWAY, "b"))).isFalse();
        assertThat(leases.find("b")).isNull();
    }

    @Test
    void aDroppedTokenIsNoLongerKnown() {
        leases.put(lease(1, LeaseMode.GATEWAY, "a", "b"));

        leases.put(lease(2, LeaseMode.GATEWAY, "b", "c"));

        assertThat(leases.find("a")).isNull();
        assertThat(leases.find("c")).isNotNull();
    }

    @Test
    void aRemovedLeaseLeavesNoToken() {
        leases.put(lease(1, LeaseMode.GATEWAY, "a"));

        leases.remove(id);

        assertThat(leases.find("a")).isNull();
        assertThat(leases.count()).isZero();
    }

    @Test
    void aLeaseThatTheArbiterEndedIsEndedWhateverItsViewSays() {
        LeaseView lease = lease(1, LeaseMode.GATEWAY, "a");
        leases.put(lease);

        leases.end(id);

        assertThat(leases.hasEnded(lease)).isTrue();
    }

    @Test
    void directLeasesAreNoBusinessOfTheGateways() {
        leases.put(lease(1, LeaseMode.DIRECT, "a"));

        assertThat(leases.find("a")).isNull();
    }

    private LeaseView lease(long version, LeaseMode mode, String... hashes) {
        return new LeaseView(
                id,
                id,
                id,
                "node-a",
                "anthropic",
                mode,
                LeaseState.ACTIVE,
                id,
                null,
                null,
                List.of(),
                null,
                List.of(hashes),
                NOW,
                NOW.plusSeconds(60),
                null,
                null,
                null,
                version);
    }
}

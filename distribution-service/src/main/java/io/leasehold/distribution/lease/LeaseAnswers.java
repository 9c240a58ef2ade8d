package io.leasehold.distribution.lease;

import io.leasehold.providers.Secret;
import jakarta.inject.Singleton;
import java.time.Clock;

/** What is told of leases, as of now. */
@Singleton
public class LeaseAnswers {
    private final GatewayAddresses gateways;
    private final LeaseTimes times;
    private final Clock clock;

    LeaseAnswers(GatewayAddresses gateways, LeaseConfig config, Clock clock) {
        this.gateways = gateways;
        this.times = LeaseTimes.of(config);
        this.clock = clock;
    }

    public LeaseAnswer of(Lease lease) {
        return LeaseAnswer.of(lease, times, clock.instant(), gateways.of(lease.workspaceId()), null, null);
    }

    LeaseAnswer of(Granted granted) {
        try (Secret secret = granted.secret()) {
            Lease lease = granted.lease();
            return LeaseAnswer.of(
                    lease, times, clock.instant(), gateways.of(lease.workspaceId()), granted.token(), secret);
        }
    }
}

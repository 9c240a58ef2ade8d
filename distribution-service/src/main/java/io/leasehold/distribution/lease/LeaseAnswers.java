package io.leasehold.distribution.lease;

import io.leasehold.providers.Secret;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Clock;

/** What is told of leases, as of now. */
@Singleton
public class LeaseAnswers {
    private final URI gateway;
    private final LeaseTimes times;
    private final Clock clock;

    LeaseAnswers(GatewayConfig gateway, LeaseConfig config, Clock clock) {
        this.gateway = gateway.baseUrl();
        this.times = LeaseTimes.of(config);
        this.clock = clock;
    }

    public LeaseAnswer of(Lease lease) {
        return LeaseAnswer.of(lease, times, clock.instant(), gateway, null, null);
    }

    LeaseAnswer of(Granted granted) {
        try (Secret secret = granted.secret()) {
            return LeaseAnswer.of(granted.lease(), times, clock.instant(), gateway, granted.token(), secret);
        }
    }
}

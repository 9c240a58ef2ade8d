package io.leasehold.gateway.world;

import io.leasehold.gateway.stored.StoredConfig;
import java.time.Duration;

/** As they would be configured. */
public record StoredSettings(boolean responses, int most, Duration keep) implements StoredConfig {
    @Override
    public Duration unknownFor() {
        return Duration.ofSeconds(2);
    }

    @Override
    public int maxUnknown() {
        return 100;
    }

    @Override
    public int lookupsPerSecond() {
        return 100;
    }
}

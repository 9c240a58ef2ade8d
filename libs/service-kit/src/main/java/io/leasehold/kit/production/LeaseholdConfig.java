package io.leasehold.kit.production;

import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What every process of Leasehold is told. No mapping, as that would claim every name below {@code leasehold}. */
@Singleton
public class LeaseholdConfig {
    private final Mode mode;

    /** @param mode {@code leasehold.mode}: how strict to be; everything but a local stack is production */
    public LeaseholdConfig(@ConfigProperty(name = "leasehold.mode", defaultValue = "production") Mode mode) {
        this.mode = mode;
    }

    public Mode mode() {
        return mode;
    }

    /** {@code LOCAL}: development secrets and plain connections on one machine are fine. */
    public enum Mode {
        LOCAL,
        PRODUCTION
    }
}

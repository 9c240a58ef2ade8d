package io.leasehold.key.apikey;

import jakarta.inject.Singleton;
import java.time.Instant;

/** Lets tests of other features see to what was left at a provider. */
@Singleton
public class StraySweep {
    private final StrayKeys strays;

    StraySweep(StrayKeys strays) {
        this.strays = strays;
    }

    public void at(Instant now) {
        strays.sweep(now);
    }
}

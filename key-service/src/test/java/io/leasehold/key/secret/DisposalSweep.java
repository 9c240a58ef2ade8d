package io.leasehold.key.secret;

import jakarta.inject.Singleton;
import java.time.Instant;

/** Lets tests of other features see to what was left in the secret store. */
@Singleton
public class DisposalSweep {
    private final SecretDisposal disposal;

    DisposalSweep(SecretDisposal disposal) {
        this.disposal = disposal;
    }

    public void at(Instant now) {
        disposal.sweep(now);
    }
}

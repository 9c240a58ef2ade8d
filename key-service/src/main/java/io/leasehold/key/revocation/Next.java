package io.leasehold.key.revocation;

import java.time.Instant;

/** How a revocation goes on after a step was tried. */
sealed interface Next {
    record Advance(RevocationStep to) implements Next {}

    /** @param state what to show meanwhile */
    record Wait(RevocationState state, String reason, Instant until) implements Next {}

    record Finish() implements Next {}
}
